//! Lines over two axes.

use std::fmt::Write;

use super::format::Format;
use super::scale::Scale;

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 560.0;
const LEFT: f64 = 96.0;
const RIGHT: f64 = WIDTH - 28.0;
/// The legend's first row, and what is between rows.
const LEGEND: f64 = 82.0;
const LEGEND_ROW: f64 = 22.0;
/// From the legend's last row to the axes.
const BELOW_LEGEND: f64 = 34.0;
const BOTTOM: f64 = HEIGHT - 64.0;
/// Colours of the style sheet.
const COLOURS: usize = 6;
/// Width of a letter, about.
const LETTER: f64 = 7.2;
/// The line in the legend, the same with the space before its name, and the space before the next entry.
const STROKE: f64 = 28.0;
const SWATCH: f64 = 36.0;
const GAP: f64 = 20.0;

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stroke {
    /// Whole.
    Solid,
    /// In dashes.
    Dashed,
}

/// A line, perhaps with gaps.
#[derive(Debug)]
pub(crate) struct Line {
    /// Its name in the legend.
    pub(crate) name: String,
    /// How it is drawn.
    pub(crate) stroke: Stroke,
    /// From left to right; a gap where there is no value.
    pub(crate) points: Vec<(f64, Option<f64>)>,
}

/// A value of the horizontal axis that is marked.
#[derive(Debug)]
pub(crate) struct Marker {
    /// What it is.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) at: f64,
}

/// A chart.
#[derive(Debug)]
pub(crate) struct Chart {
    /// What it shows.
    pub(crate) title: String,
    /// What must be known besides.
    pub(crate) about: String,
    /// Name and format of the horizontal axis.
    pub(crate) x: (&'static str, Format),
    /// Name and format of the vertical axis.
    pub(crate) y: (&'static str, Format),
    /// What is drawn.
    pub(crate) lines: Vec<Line>,
    /// What is marked.
    pub(crate) marker: Option<Marker>,
}

impl Chart {
    /// The drawing.
    pub(crate) fn svg(&self) -> String {
        let points = || self.lines.iter().flat_map(|line| &line.points);
        let x = Scale::holding(points().map(|(x, _)| *x), 10.0).onto(LEFT, RIGHT);
        let heights = points().filter_map(|(_, y)| *y);
        let legend = self.legend();
        let top = legend.last().map_or(LEGEND, |(_, row)| *row) + BELOW_LEGEND;
        let y = Scale::holding(heights, 7.0).rounded().onto(BOTTOM, top);
        let mut svg = opened(&self.title);
        self.draw_head(&mut svg, &legend);
        self.draw_x(&mut svg, &x, top);
        self.draw_y(&mut svg, &y, top);
        self.draw_marker(&mut svg, &x, top);
        for (place, line) in self.lines.iter().enumerate() {
            let (class, path) = (class(place, line), path(line, &x, &y));
            put(&mut svg, format_args!("<path class=\"{class}\" d=\"{path}\"/>"));
        }
        svg + "</svg>\n"
    }

    /// Where the entries of the legend are: one after another, in as many rows as it takes.
    fn legend(&self) -> Vec<(f64, f64)> {
        let (mut at, mut row) = (LEFT, LEGEND);
        let mut places = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            let width = SWATCH + LETTER * line.name.chars().count() as f64;
            if at + width > RIGHT && at > LEFT {
                (at, row) = (LEFT, row + LEGEND_ROW);
            }
            places.push((at, row));
            at += width + GAP;
        }
        places
    }

    fn draw_head(&self, svg: &mut String, legend: &[(f64, f64)]) {
        text(svg, (LEFT, 34.0), "title", "start", &self.title);
        text(svg, (LEFT, 58.0), "about", "start", &self.about);
        for (place, (line, (at, row))) in self.lines.iter().zip(legend).enumerate() {
            let (class, end) = (class(place, line), at + STROKE);
            put(svg, format_args!("<path class=\"{class}\" d=\"M{at:.1} {row}H{end:.1}\"/>"));
            text(svg, (at + SWATCH, row + 4.5), "", "start", &line.name);
        }
    }

    fn draw_x(&self, svg: &mut String, x: &Scale, top: f64) {
        for tick in x.ticks() {
            let at = x.at(tick);
            put(svg, format_args!("<path class=\"grid\" d=\"M{at:.1} {top}V{BOTTOM}\"/>"));
            text(svg, (at, BOTTOM + 22.0), "", "middle", &self.x.1.label(tick, x.step()));
        }
        text(svg, ((LEFT + RIGHT) / 2.0, HEIGHT - 16.0), "about", "middle", self.x.0);
    }

    fn draw_y(&self, svg: &mut String, y: &Scale, top: f64) {
        for tick in y.ticks() {
            let (at, class) = (y.at(tick), if tick == 0.0 { "zero" } else { "grid" });
            put(svg, format_args!("<path class=\"{class}\" d=\"M{LEFT} {at:.1}H{RIGHT}\"/>"));
            text(svg, (LEFT - 10.0, at + 4.5), "", "end", &self.y.1.label(tick, y.step()));
        }
        let middle = (top + BOTTOM) / 2.0;
        put(
            svg,
            format_args!(
                "<text class=\"about\" text-anchor=\"middle\" transform=\"translate(22 {middle}) rotate(-90)\">{}</text>",
                escaped(self.y.0)
            ),
        );
    }

    fn draw_marker(&self, svg: &mut String, x: &Scale, top: f64) {
        let Some(marker) = self.marker.as_ref().filter(|marker| x.holds(marker.at)) else { return };
        let at = x.at(marker.at);
        put(svg, format_args!("<path class=\"marker\" d=\"M{at:.1} {top}V{BOTTOM}\"/>"));
        text(svg, (at + 6.0, top + 14.0), "about", "start", &marker.name);
    }
}

fn opened(title: &str) -> String {
    let style = include_str!("style.css");
    let title = escaped(title);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" \
         height=\"{HEIGHT}\" role=\"img\">\n<title>{title}</title>\n<style>\n{style}</style>\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{HEIGHT}\"/>\n"
    )
}

/// A line beyond the last colour begins again with the first one, in the other stroke.
fn class(place: usize, line: &Line) -> String {
    let is_repeated = place / COLOURS % 2 == 1;
    let is_dashed = (line.stroke == Stroke::Dashed) != is_repeated;
    let dashed = if is_dashed { " dashed" } else { "" };
    format!("line c{}{dashed}", place % COLOURS)
}

fn path(line: &Line, x: &Scale, y: &Scale) -> String {
    let mut path = String::new();
    let mut is_down = false;
    for (at, value) in &line.points {
        if let Some(value) = value {
            let command = if is_down { 'L' } else { 'M' };
            let _ = write!(path, "{command}{:.2} {:.2}", x.at(*at), y.at(*value));
        }
        is_down = value.is_some();
    }
    path
}

fn text(svg: &mut String, (x, y): (f64, f64), class: &str, anchor: &str, text: &str) {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let text = escaped(text);
    put(
        svg,
        format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\"{class} text-anchor=\"{anchor}\">{text}</text>"
        ),
    );
}

fn put(svg: &mut String, element: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(svg, "{element}");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(name: &str, points: Vec<(f64, Option<f64>)>) -> Chart {
        let line = Line { name: name.to_owned(), stroke: Stroke::Dashed, points };
        Chart {
            title: "t".to_owned(),
            about: String::new(),
            x: ("x", Format::Number),
            y: ("y", Format::Percent),
            lines: vec![line],
            marker: None,
        }
    }

    #[test]
    fn text_is_escaped() {
        let svg = chart("<a & \"b\">", vec![(0.0, Some(1.0)), (1.0, Some(2.0))]).svg();
        assert!(svg.contains("&lt;a &amp; &quot;b&quot;&gt;"));
    }

    #[test]
    fn legend_of_many_lines_has_rows_within_the_drawing() {
        let mut chart = chart("30 days", vec![(0.0, Some(0.0))]);
        chart.lines = (0..20)
            .map(|_| Line { name: "30 days".to_owned(), stroke: Stroke::Solid, points: Vec::new() })
            .collect();
        let legend = chart.legend();
        assert!(legend.iter().all(|(at, _)| (LEFT..RIGHT - SWATCH).contains(at)));
        assert_eq!(legend.last().map(|(_, row)| *row), Some(LEGEND + 2.0 * LEGEND_ROW));
    }

    #[test]
    fn line_without_a_value_has_a_gap() {
        let points = vec![(0.0, Some(0.0)), (1.0, None), (2.0, Some(1.0)), (3.0, Some(0.0))];
        let svg = chart("a", points).svg();
        let path = svg.lines().rfind(|line| line.contains("class=\"line")).unwrap();
        assert_eq!((path.matches('M').count(), path.matches('L').count()), (2, 1));
    }
}
