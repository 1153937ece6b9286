@org.jspecify.annotations.NullMarked
package madoguchi.desk;
