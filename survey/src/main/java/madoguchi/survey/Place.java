package madoguchi.survey;

import java.util.List;

/*
 * A photograph of a page is a projective picture of it: px = (a·x + b·y + c) / (g·x + h·y + 1), py = (d·x + e·y + f) / (g·x + h·y + 1). Each known point gives two linear equations for the eight unknowns; with fewer than
 * four points g and h stay 0 (a scan that is turned, stretched and slanted, but not seen askew), with more points than needed the squares of the errors are least. The normal equations are solved by Gauss with pivoting.
 */

/** 位置合わせ – from millimetres on the form to pixels of a picture. */
final class Place {

    private final double[] factors;

    private Place(double[] factors) {
        this.factors = factors;
    }

    /**
     * 対応点.
     *
     * @param x millimetres
     * @param y millimetres
     * @param px pixels
     * @param py pixels
     */
    record Pair(double x, double y, double px, double py) {}

    /** A map for a page that was not seen askew; at least three points that are not on one line. */
    static Place affine(List<Pair> pairs) {
        return new Place(solved(pairs, 6));
    }

    /** A map for a photograph; at least four points, no three on one line. */
    static Place projective(List<Pair> pairs) {
        return new Place(solved(pairs, 8));
    }

    double px(double x, double y) {
        return (factors[0] * x + factors[1] * y + factors[2]) / depth(x, y);
    }

    double py(double x, double y) {
        return (factors[3] * x + factors[4] * y + factors[5]) / depth(x, y);
    }

    private double depth(double x, double y) {
        return factors[6] * x + factors[7] * y + 1;
    }

    private static double[] solved(List<Pair> pairs, int unknowns) {
        double[][] normal = new double[unknowns][unknowns + 1];
        for (Pair pair : pairs) {
            add(normal, new double[] {pair.x, pair.y, 1, 0, 0, 0, -pair.x * pair.px, -pair.y * pair.px}, pair.px);
            add(normal, new double[] {0, 0, 0, pair.x, pair.y, 1, -pair.x * pair.py, -pair.y * pair.py}, pair.py);
        }
        double[] factors = new double[8];
        System.arraycopy(eliminated(normal), 0, factors, 0, unknowns);
        return factors;
    }

    private static void add(double[][] normal, double[] row, double value) {
        for (int i = 0; i < normal.length; i++) {
            for (int j = 0; j < normal.length; j++) {
                normal[i][j] += row[i] * row[j];
            }
            normal[i][normal.length] += row[i] * value;
        }
    }

    private static double[] eliminated(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            int best = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
                    best = row;
                }
            }
            double[] pivot = rows[best];
            rows[best] = rows[column];
            rows[column] = pivot;
            for (int row = 0; row < size; row++) {
                if (row != column) {
                    double times = rows[row][column] / pivot[column];
                    for (int i = column; i <= size; i++) {
                        rows[row][i] -= times * pivot[i];
                    }
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = rows[i][size] / rows[i][i];
        }
        return solution;
    }
}
