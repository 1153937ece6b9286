/** 電子レセプト: claim files (UKE) as values, read and written without losing a byte. Pure: bytes come in as a stream and go out as a stream; it opens no file. */
module madoguchi.uke {
    requires transitive madoguchi.core;
    requires static org.jspecify;

    exports madoguchi.uke;
}
