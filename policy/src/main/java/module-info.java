/** 判定: what the desk does next, decided by dated rule rows with citations. Pure but for reading its own bundled tables. */
module madoguchi.policy {
    requires transitive madoguchi.core;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    exports madoguchi.policy;
}
