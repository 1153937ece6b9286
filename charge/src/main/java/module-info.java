/** 一部負担金と公費: what a patient pays when subsidies apply. Pure: it reads no clock, file, socket or database. */
module madoguchi.charge {
    requires transitive madoguchi.core;
    requires static org.jspecify;

    exports madoguchi.charge;
}
