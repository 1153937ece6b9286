/** 値と契約: the values and ports every other module shares. Pure: it reads no clock, file, socket or database. */
module madoguchi.core {
    requires static org.jspecify;

    exports madoguchi.core;
}
