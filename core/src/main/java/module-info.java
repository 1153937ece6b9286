/** 値と契約: the values and ports every other module shares. Pure: it reads no clock, socket or database, and no file but its own table of schemes. */
module madoguchi.core {
    requires static org.jspecify;

    exports madoguchi.core;
}
