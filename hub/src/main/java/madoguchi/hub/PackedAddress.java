package madoguchi.hub;

import java.util.Optional;

/**
 * 詰めた住所 – an address with its post number. What stands before the first digit is a town, shared with its post number by those who live there.
 *
 * @param address 住所
 * @param postNumber 郵便番号
 */
record PackedAddress(Optional<String> address, Optional<String> postNumber) {

    static void write(Packing to, Optional<String> address, Optional<String> postNumber) {
        to.optional(postNumber, (packing, none) -> {});
        to.optional(address, (packing, none) -> {});
        if (address.isPresent()) {
            int number = firstDigit(address.get());
            to.shared(address.get().substring(0, number), postNumber.orElse(""));
            to.text(address.get().substring(number));
        } else {
            postNumber.ifPresent(to::text);
        }
    }

    static PackedAddress read(Unpacking from) {
        boolean posted = from.flag();
        if (!from.flag()) {
            return new PackedAddress(Optional.empty(), posted ? Optional.of(from.text()) : Optional.empty());
        }
        String[] town = from.pair();
        return new PackedAddress(Optional.of(town[0] + from.text()), posted ? Optional.of(town[1]) : Optional.empty());
    }

    private static int firstDigit(String address) {
        return firstDigit(address.toCharArray(), 0, address.length());
    }

    /** Where the first digit stands, of whatever width; {@code to} where there is none. */
    static int firstDigit(char[] text, int from, int to) {
        int at = from;
        while (at < to && !isDigit(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    /** Never prints the address. */
    @Override
    public String toString() {
        return "PackedAddress[…]";
    }
}
