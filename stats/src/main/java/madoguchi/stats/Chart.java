package madoguchi.stats;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import madoguchi.core.Text;
import madoguchi.web.Frame;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/*
 * JFreeChart lays the chart out, Batik's generator writes what it draws as SVG: words stay words (selectable, searchable, in the reader's own font), colours are those of
 * the Digital Agency's tokens, and nothing is set by a style attribute, which the pages' policy of own files only would refuse. A chart never stands alone: the page
 * has the same figures as a table beside it, and the picture's name says so.
 */

/**
 * 図 – horizontal bars, drawn as SVG.
 *
 * @param axis what the length of a bar means, with its unit
 * @param series names of the series, one or two; told apart by lightness and by the legend
 * @param bars in the order from top to bottom
 */
record Chart(String axis, List<String> series, List<Bar> bars) {

    /**
     * 棒.
     *
     * @param label beside it
     * @param values one for each series, 0 or more; {@link Double#NaN} where there is none: no bar
     */
    record Bar(String label, List<Double> values) {
        /** Copies the list. */
        Bar {
            values = List.copyOf(values);
        }
    }

    /** Copies the lists. */
    Chart {
        series = List.copyOf(series);
        bars = List.copyOf(bars);
    }

    /* Blue 900 and 200, gray 900, 420 and 200 of the tokens (tokens.css). */
    private static final List<Color> COLOURS = List.of(new Color(0x0017C1), new Color(0xC5D7FB));
    private static final Color TEXT = new Color(0x1A1A1A);
    private static final Color LINE = new Color(0x949494);
    private static final Color GRID = new Color(0xCCCCCC);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final int WIDTH = 880;
    private static final int HEAD = 70;
    private static final int BAR = 34;
    private static final float WIDEST_LABEL = 0.45f;

    /** A chart of one series. */
    static Chart of(String axis, List<Bar> bars) {
        return new Chart(axis, List.of(axis), bars);
    }

    /** The SVG, for the middle of an HTML page; {@code name} is read aloud in its place. Where there is nothing above 0 to draw, a sentence instead of an empty frame. */
    String svg(Frame frame, Text name) {
        return isDrawable()
                ? svg(frame.t(name))
                : "<p class=\"hint\">"
                        + frame.t(
                                "図にする数字（0より大きいもの）がまだありません。数字が出ると、ここに図が入ります。",
                                "There is no figure above 0 to draw yet. A chart appears here once there is one.")
                        + "</p>";
    }

    /** The SVG alone. */
    String svg(String name) {
        SVGGraphics2D canvas = new SVGGraphics2D(context(name), false);
        int height = HEAD + (series.size() > 1 ? BAR : 0) + BAR * series.size() * Math.max(1, bars.size());
        canvas.setSVGCanvasSize(new Dimension(WIDTH, height));
        chart().draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, height));
        Element root = canvas.getRoot();
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + height);
        root.setAttribute("width", "100%");
        root.removeAttribute("height");
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", name);
        root.setAttribute("class", "chart");
        StringWriter text = new StringWriter();
        try {
            canvas.stream(root, text, false, false);
        } catch (SVGGraphics2DIOException impossible) {
            throw new IllegalStateException(impossible);
        }
        String svg = text.toString();
        return svg.substring(svg.indexOf("<svg"));
    }

    /** Two pictures on one page must not share names of their parts. */
    private static SVGGeneratorContext context(String name) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment("Madoguchi");
            context.setIDGenerator(new SVGIDGenerator() {
                @Override
                public String generateID(String prefix) {
                    return super.generateID(prefix) + "-" + Integer.toHexString(name.hashCode());
                }
            });
            return context;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JFreeChart chart() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        bars.forEach(bar -> {
            for (int i = 0; i < series.size(); i++) {
                double value = bar.values().get(i);
                if (Double.isNaN(value)) {
                    data.addValue(null, series.get(i), bar.label());
                } else {
                    data.addValue(value, series.get(i), bar.label());
                }
            }
        });
        CategoryPlot plot = new CategoryPlot(data, names(), values(), renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlinePaint(LINE);
        JFreeChart chart = new JFreeChart(null, FONT, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        if (series.size() > 1) {
            LegendTitle legend = new LegendTitle(plot);
            legend.setItemFont(FONT);
            legend.setItemPaint(TEXT);
            legend.setPosition(RectangleEdge.TOP);
            chart.addSubtitle(legend);
        }
        return chart;
    }

    private static CategoryAxis names() {
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelFont(FONT);
        names.setTickLabelPaint(TEXT);
        names.setMaximumCategoryLabelWidthRatio(WIDEST_LABEL);
        names.setMaximumCategoryLabelLines(2);
        return names;
    }

    private NumberAxis values() {
        NumberAxis values = new NumberAxis(axis);
        values.setLabelFont(FONT);
        values.setLabelPaint(TEXT);
        values.setTickLabelFont(FONT);
        values.setTickLabelPaint(TEXT);
        values.setUpperMargin(0.15);
        if (isWhole()) {
            // Half a receipt is no mark on an axis.
            values.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        }
        if (!isDrawable()) {
            // Without this an axis of nothing but zeros would be drawn in billionths around zero.
            values.setRange(0, 1);
        }
        return values;
    }

    private boolean isWhole() {
        return bars.stream().flatMap(bar -> bar.values().stream()).allMatch(value -> value == Math.rint(value));
    }

    private boolean isDrawable() {
        return bars.stream().flatMap(bar -> bar.values().stream()).anyMatch(value -> value > 0);
    }

    private BarRenderer renderer() {
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setMaximumBarWidth(0.5);
        for (int i = 0; i < series.size(); i++) {
            renderer.setSeriesPaint(i, COLOURS.get(i));
            renderer.setSeriesOutlinePaint(i, COLOURS.getFirst());
        }
        NumberFormat numbers = NumberFormat.getNumberInstance(Locale.JAPAN);
        numbers.setMaximumFractionDigits(2);
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", numbers));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(FONT);
        renderer.setDefaultItemLabelPaint(TEXT);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        return renderer;
    }
}
