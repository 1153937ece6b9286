/** 振替・分割: what becomes of a claim whose eligibility was wrong. Pure: the receipt, the person's timeline and the rules in force come in, the disposition goes out. */
module madoguchi.settle {
    requires transitive madoguchi.core;
    requires transitive madoguchi.uke;
    requires static org.jspecify;

    exports madoguchi.settle;
}
