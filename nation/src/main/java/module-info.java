/** 全国規模の振替・分割: settles files of any size on all cores of one machine, with the registers in a file that is mapped into memory. */
module madoguchi.nation {
    requires transitive madoguchi.core;
    requires transitive madoguchi.settle;
    requires transitive madoguchi.uke;
    requires jdk.management;
    requires static org.jspecify;

    exports madoguchi.nation;
}
