/** The style sheet of an exported report: light, dark, high contrast, forced colours, and print. */
export const reportStyles = `
:root { color-scheme: light dark; --ground: #fff; --text: #1f1f1f; --quiet: #5c5c5c; --line: #d8d8d8; --track: #eee;
  --p1: #00448a; --p2: #0063d3; --p3: #2f84de; --p4: #5f9fe4; --notset: #767676; --ink: #6b6b6b; }
@media (prefers-color-scheme: dark) { :root { --ground: #1f1f1f; --text: #e4e4e4; --quiet: #a8a8a8; --line: #444; --track: #2c2c2c;
  --p1: #9fcbff; --p2: #4da2f8; --p3: #3f86cd; --p4: #3973a9; --notset: #8c8c8c; --ink: #9d9d9d; } }
@media (prefers-contrast: more) { :root { --ground: #fff; --text: #000; --quiet: #000; --line: #000; --ink: #000; } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --ground: #000; --text: #fff; --quiet: #fff; --line: #fff; --ink: #fff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 14px/20px system-ui, sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 28px 20px 60px; }
h1 { font-size: 22px; line-height: 28px; margin: 0; } h2 { font-size: 16px; line-height: 24px; margin: 0 0 4px; }
p { margin: 0; } .quiet { color: var(--quiet); } section { margin-top: 40px; }
.sentences { list-style: none; margin: 24px 0 0; padding: 16px 0; border: solid var(--line); border-width: 1px 0; font-size: 16px; line-height: 28px; }
.findings { list-style: none; margin: 8px 0 0; padding: 0; }
.findings li { padding: 10px 0; border-top: 1px solid var(--line); }
.findings b { font-weight: 600; margin-right: 8px; } .findings em { font-style: normal; font-weight: 600; }
figure { margin: 12px 0 0; overflow-x: auto; } .chart { display: block; width: 100%; min-width: 600px; height: auto; }
.chart text { font-size: 12px; fill: var(--text); } .chart .axis { fill: var(--quiet); }
.grid { stroke: var(--line); } .whisker { stroke: var(--text); } .target { stroke: var(--text); stroke-width: 2.5; }
.lineMain { fill: none; stroke: var(--p2); stroke-width: 2; stroke-linejoin: round; } .dotMain { fill: var(--p2); }
.lineSide { fill: none; stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 4 3; stroke-linejoin: round; } .dotSide { fill: var(--text); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 8px; font-size: 12px; line-height: 18px; color: var(--quiet); } .legend svg { margin-right: 6px; vertical-align: -2px; }
.leader { stroke: var(--quiet); } .tooRecent { fill: var(--track); }
.fill { stroke: var(--ground); stroke-width: 1.5; }
.P1 { fill: var(--p1); } .P2 { fill: var(--p2); } .P3 { fill: var(--p3); } .P4 { fill: var(--p4); } .notSet { fill: var(--notset); }
.unknown { fill: url(#dots); } .none, .evidence-none, .evidence-declared { fill: url(#hatch); }
.evidence-named { fill: var(--text); } .evidence-reverted, .evidence-merge { fill: var(--quiet); } .evidence-paths { fill: var(--notset); }
.patternGround { fill: var(--track); } .patternInk { stroke: var(--ink); } .patternDot { fill: var(--ink); }
table { border-collapse: collapse; width: 100%; margin-top: 8px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 8px; text-align: right; border-top: 1px solid var(--line); font-weight: 400; }
.figures { white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; overflow-wrap: anywhere; }
thead th { color: var(--quiet); border-top: 0; } tfoot th, tfoot td { font-weight: 600; }
details { margin-top: 8px; } summary { cursor: pointer; color: var(--quiet); }
.defs { position: absolute; } pre { background: var(--track); padding: 12px; overflow-x: auto; font-size: 12px; }
@media (forced-colors: active) { .fill { stroke: CanvasText; forced-color-adjust: auto; } .P1, .P2, .P3, .P4 { fill: CanvasText; } .notSet { fill: Canvas; }
  .lineMain { stroke: CanvasText; } .dotMain { fill: CanvasText; } .P2 { fill-opacity: .75; } .P3 { fill-opacity: .5; } .P4 { fill-opacity: .25; } }
@page { margin: 16mm 14mm; }
@media print { .head { display: none; } main { max-width: none; padding: 0; } details > summary { display: none; } details::details-content { content-visibility: visible; block-size: auto; } section { margin-top: 24px; } h2, h2 + p { break-after: avoid; } tr, li, figure { break-inside: avoid; } tfoot { display: table-row-group; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } }
`;
