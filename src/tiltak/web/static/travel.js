// The map of travel time, to move and zoom in. Without this script the same is drawn on the page.
// Colours, shapes and words come from the page; only numbers come from the files.
"use strict";
const paper = document.getElementById("kartflate");
if (paper && window.L) start().catch((error) => console.error(error)); // the drawing stays

async function start() {
  const [drawn, found] = await Promise.all([paper.dataset.lines, paper.dataset.cells].map(read));
  const said = paper.dataset;
  const limit = Number(said.limit);
  const still = paper.querySelector("svg");
  const map = L.map(paper, { preferCanvas: true, zoomControl: false, maxZoom: 15, zoomSnap: 0.25 });
  still.remove();
  paper.setAttribute("role", "region");
  paper.setAttribute("aria-label", said.label);
  map.attributionControl.setPrefix("Leaflet");
  L.control.zoom({ zoomInTitle: said.nearer, zoomOutTitle: said.farther }).addTo(map);
  if (said.background) L.tileLayer(said.background, { attribution: escaped(said.credit), maxZoom: 18 }).addTo(map);

  const ways = {
    road: { color: "#6b7280", weight: 2 },
    tunnel: { color: "#374151", weight: 4 },
    bridge: { color: "#374151", weight: 4 },
    ferry: { color: "#0b5cad", weight: 3, dashArray: "6 5" },
  };
  const lines = drawn.features.filter((one) => one.geometry.type === "LineString");
  for (const one of lines) {
    const points = one.geometry.coordinates.map(([lon, lat]) => [lat, lon]);
    L.polyline(points, { ...ways[one.properties.way], interactive: false }).addTo(map);
  }
  const shapes = [...document.querySelectorAll(".legend [data-step] path")];
  const most = Math.max(...found.features.map((one) => one.properties.population));
  const few = found.features.length <= 400;
  const narrow = paper.clientWidth < 600;
  const Cell = L.CircleMarker.extend({
    _updatePath() {
      if (!this._renderer._drawing || this._empty()) return;
      const context = this._renderer._ctx;
      context.save();
      context.translate(this._point.x, this._point.y);
      context.scale(this._radius / 6, this._radius / 6);
      context.translate(-8, -8);
      context.fillStyle = this.options.fillColor;
      context.strokeStyle = "#fff";
      context.lineWidth = 1;
      context.stroke(this.options.shape);
      context.fill(this.options.shape, "evenodd");
      context.restore();
    },
  });
  const cells = L.featureGroup();
  for (const one of found.features) {
    const { minutes, minutes_before: before, population } = one.properties;
    const step = shapes[stepOf(minutes, limit)];
    const [lon, lat] = one.geometry.coordinates;
    const cell = new Cell([lat, lon], {
      radius: few ? (narrow ? 4 + 5 * Math.sqrt(population / most) : 6 + 7 * Math.sqrt(population / most)) : narrow ? 3 : 4,
      fillColor: step.getAttribute("fill"),
      shape: new Path2D(step.getAttribute("d")),
    });
    const was = before === null || before === undefined ? "" : ` (${said.before} ${inMinutes(before)})`;
    cell.bindTooltip(escaped(`${inMinutes(minutes)}${was} · ${Math.round(population)} ${said.people}`));
    cells.addLayer(cell);
  }
  cells.addTo(map);
  // air to the right for the names
  map.fitBounds(cells.getBounds(), { paddingTopLeft: [20, 20], paddingBottomRight: [narrow ? 50 : 80, 20] });
  const places = drawn.features
    .filter((one) => one.geometry.type === "Point")
    .sort((one, other) => other.properties.centre - one.properties.centre);
  for (const one of places) {
    const [lon, lat] = one.geometry.coordinates;
    if (one.properties.centre) L.circleMarker([lat, lon], { radius: 16, color: "#111827", weight: 2, fill: false, interactive: false }).addTo(map);
    const options = { permanent: true, direction: "right", offset: [12, 0], className: one.properties.centre ? "place chief" : "place" };
    L.tooltip(options).setLatLng([lat, lon]).setContent(escaped(one.properties.name)).addTo(map);
  }
  const spots = () => (few ? cells.getLayers().map((one) => boxOf(map.latLngToContainerPoint(one.getLatLng()), one.getRadius())) : []);
  map.on("zoomend moveend", () => makeRoom(spots()));
  makeRoom(spots());
  paper.dispatchEvent(new CustomEvent("travel-map", { detail: map, bubbles: true }));

  function inMinutes(value) {
    return value === null ? said.none : `${Math.round(value)} ${said.minutes}`;
  }
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

// the same steps as on the page (shares of the limit)
function stepOf(minutes, limit) {
  if (minutes === null) return 6;
  const at = [1 / 3, 2 / 3, 1, 4 / 3, 2].findIndex((share) => minutes <= limit * share);
  return at < 0 ? 5 : at;
}

// names that would lie on others are hidden until there is room for them
function makeRoom(spots) {
  const { left, top, right } = paper.getBoundingClientRect();
  const taken = spots.map((box) => ({ left: left + box.left, right: left + box.right, top: top + box.top, bottom: top + box.bottom }));
  for (const name of document.querySelectorAll(".leaflet-tooltip.place")) {
    const box = name.getBoundingClientRect();
    // the centre is what the map is about
    const meets = !name.classList.contains("chief") && (box.right > right || taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top));
    name.style.visibility = meets ? "hidden" : "visible";
    if (!meets) taken.push(box);
  }
}

function boxOf(point, radius) {
  return { left: point.x - radius, right: point.x + radius, top: point.y - radius, bottom: point.y + radius };
}

function escaped(text) {
  const box = document.createElement("span");
  box.textContent = text;
  return box.innerHTML;
}
