package de.stadtgraph.bench.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// Invented tables with the columns of a GTFS timetable and the row counts of the GTFS-Madrid-Bench, with keys of 20
/// characters, empty cells and names outside ASCII. The same scale gives the same bytes.
final class Timetable {
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);

    private final PythonRandom random;
    private final int scale;
    private final int trips;
    private final int routes;
    private final int stops;

    Timetable(int scale) {
        this.random = new PythonRandom(42 + scale);
        this.scale = scale;
        this.trips = 130 * scale;
        this.routes = 13 * scale;
        this.stops = 1262 * scale;
    }

    /// All tables; they share one sequence of random numbers, so they must be written in this order.
    List<Table> tables() {
        return List.of(
                agency(),
                calendar(),
                calendarDates(),
                feedInfo(),
                frequencies(),
                routes(),
                shapes(),
                stops(),
                stopTimes(),
                trips());
    }

    private Table agency() {
        return table(
                "AGENCY",
                "agency_id,agency_name,agency_url,agency_timezone,agency_lang,agency_phone,agency_fare_url",
                scale,
                i -> List.of(
                        key(i + 1),
                        "Consorcio " + key(i + 1, 4),
                        "http://www.crtm.es/" + i,
                        "Europe/Madrid",
                        "es",
                        "",
                        "https://www.crtm.es/billetes-y-tarifas"));
    }

    private Table calendar() {
        return table(
                "CALENDAR",
                "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
                5 * scale,
                i -> List.of(
                        key(i + 1),
                        draw(0, 1),
                        draw(0, 1),
                        draw(0, 1),
                        draw(0, 1),
                        draw(0, 1),
                        draw(0, 1),
                        draw(0, 1),
                        day(i),
                        day(i + 365)));
    }

    private Table calendarDates() {
        return table(
                "CALENDAR_DATES",
                "service_id,date,exception_type",
                14 * scale,
                i -> List.of(key(i % (5 * scale) + 1), day(i), draw(1, 1)));
    }

    private Table feedInfo() {
        return table(
                "FEED_INFO",
                "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,feed_version",
                scale,
                i -> List.of(key(i + 1), "http://www.crtm.es", "es", day(1), day(2), key(1)));
    }

    private Table frequencies() {
        return table(
                "FREQUENCIES",
                "trip_id,start_time,end_time,headway_secs,exact_times",
                855 * scale,
                i -> List.of(key(i % trips + 1), key(i / trips + 1), key(i / trips + 2), draw(100, 900), "0"));
    }

    private Table routes() {
        return table(
                "ROUTES",
                "route_id,agency_id,route_short_name,route_long_name,route_desc,route_type,route_url,route_color,"
                        + "route_text_color",
                routes,
                i -> List.of(
                        key(i + 1),
                        key(i % scale + 1),
                        key(i + 1),
                        "Línea " + key(i + 1, 6) + " – Pinar 'Süd'",
                        key(i + 1),
                        "1",
                        "http://www.crtm.es/tu-transporte-publico/metro/lineas/4__" + i + "___.aspx",
                        key(i + 1),
                        "000001"));
    }

    private Table shapes() {
        return table(
                "SHAPES",
                "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled",
                58540 * scale,
                i -> List.of(
                        key(i % trips + 1),
                        latitude(),
                        longitude(),
                        Integer.toString(round(i) + 1),
                        decimal(round(i) * 12.5 + random.fraction(), 3)));
    }

    private Table stops() {
        return table(
                "STOPS",
                "stop_id,stop_code,stop_name,stop_desc,stop_lat,stop_lon,zone_id,stop_url,location_type,"
                        + "parent_station,stop_timezone,wheelchair_boarding",
                stops,
                i -> List.of(
                        key(i + 1),
                        key(i / 2 + 1),
                        "Estación " + key(i + 1, 5),
                        key(i + 3),
                        latitude(),
                        longitude(),
                        "",
                        "http://www.crtm.es",
                        draw(0, 2),
                        i % 3 == 2 ? key(random.between(0, i - 1) + 1) : "",
                        "",
                        draw(0, 2)));
    }

    private Table stopTimes() {
        return table(
                "STOP_TIMES",
                "trip_id,arrival_time,departure_time,stop_id,stop_sequence,stop_headsign,pickup_type,drop_off_type,"
                        + "shape_dist_traveled",
                2604 * scale,
                i -> List.of(
                        key(i % trips + 1),
                        time(i),
                        time(i),
                        key(random.between(1, stops)),
                        Integer.toString(round(i) + 1),
                        key(random.between(1, stops)),
                        "0",
                        "0",
                        decimal(round(i) * 503.2, 3)));
    }

    private Table trips() {
        return table(
                "TRIPS",
                "route_id,service_id,trip_id,trip_headsign,trip_short_name,direction_id,block_id,shape_id,"
                        + "wheelchair_accessible",
                trips,
                i -> List.of(
                        key(i % routes + 1),
                        key(i % (5 * scale) + 1),
                        key(i + 1),
                        key(i % stops + 1),
                        key(i + 1),
                        Integer.toString(i % 2),
                        key(i + 1),
                        key(i % trips + 1),
                        "1"));
    }

    private static Table table(
            String name, String columns, int rows, java.util.function.IntFunction<List<String>> row) {
        return new Table(name, List.of(columns.split(",", -1)), rows, row);
    }

    private static String key(int number) {
        return key(number, 20);
    }

    private static String key(int number, int width) {
        char[] digits = new char[width];
        int rest = number;
        for (int i = width - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt(rest % 36);
            rest /= 36;
        }
        return new String(digits);
    }

    private static String day(int number) {
        return FIRST_DAY.plusDays(number % 3650).toString();
    }

    /// How often all trips were gone through before a row.
    private int round(int row) {
        return row / trips;
    }

    private String time(int row) {
        return two(5 + round(row) % 20) + ":" + two(row * 7L % 60) + ":" + two(row * 13L % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private String draw(int least, int most) {
        return Integer.toString(random.between(least, most));
    }

    private String latitude() {
        return decimal(40.2 + random.fraction() / 2, 6);
    }

    private String longitude() {
        return decimal(-3.9 + random.fraction() / 2, 6);
    }

    private static String decimal(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}
