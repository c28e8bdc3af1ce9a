"use strict";
// Draws every picture of the page from the JSON beside it. Colours and functions are named there and
// filled in here, so that a picture follows the reader's light or dark, and the paper when printed.
// Buttons save a picture; with #pictures in its address the page becomes JSON of all pictures.
(() => {
  const root = document.documentElement;
  // An axis of ratios may say 999999.99 for a million.
  const brief = (value) => {
    const v = Number(value.toPrecision(3));
    return v >= 1e9 ? v / 1e9 + "B" : v >= 1e6 ? v / 1e6 + "M" : v >= 1e3 ? v / 1e3 + "K" : String(v);
  };
  const percent = (v) => Number((v * 100).toPrecision(2)) + "%";
  const escape = (text) => echarts.format.encodeHTML(String(text));

  // What a picture may ask for by name.
  const functions = {
    brief,
    percent,
    tip: (p) => escape(p.data && p.data.tip !== undefined ? p.data.tip : p.name),
    text: (p) => p.data.text,
    empty: () => "",
  };

  const clip = (shape, area) =>
    echarts.graphic.clipRectByRect(shape, { x: area.x, y: area.y, width: area.width, height: area.height });

  // Series that are drawn by hand: from an item [start, end, row], a bar with its text inside.
  const drawn = {
    interval: (series) => (params, api) => {
      const item = series.data[params.dataIndex];
      const from = api.coord([api.value(0), api.value(2)]);
      const to = api.coord([api.value(1), api.value(2)]);
      const height = Math.min(api.size([0, 1])[1] * 0.72, 30);
      const shape = clip({ x: from[0], y: from[1] - height / 2, width: to[0] - from[0], height }, params.coordSys);
      if (!shape) return null;
      const gap = Math.min(1, shape.width / 4);
      const size = Math.min(13, height * 0.6, (shape.width - 6) / (item.text.length * 0.58));
      const fits = size >= 8;
      return {
        type: "rect",
        shape: { x: shape.x + gap, y: shape.y, width: shape.width - 2 * gap, height: shape.height, r: 3 },
        style: { fill: item.itemStyle.color },
        textContent: fits ? { style: { text: item.text, fill: item.ink, fontSize: size, fontWeight: 600 } } : undefined,
        textConfig: { position: "inside" },
      };
    },
    // From an item [low, high, row], a line with ends, seen on any bar by its lighter rim.
    range: (series) => (params, api) => {
      const low = api.coord([api.value(0), api.value(2)]);
      const high = api.coord([api.value(1), api.value(2)]);
      const end = 7;
      const path = `M${low[0]} ${low[1] - end}V${low[1] + end}M${low[0]} ${low[1]}H${high[0]}M${high[0]} ${high[1] - end}V${high[1] + end}`;
      const stroke = (color, lineWidth) => ({
        type: "path",
        shape: { pathData: path },
        style: { stroke: color, fill: "none", lineWidth },
      });
      return { type: "group", children: [stroke(series.itemStyle.borderColor, 5), stroke(series.itemStyle.color, 2)] };
    },
    // From an item [start, end, low, high, middle], a box with a line across.
    box: (series) => (params, api) => {
      const item = series.data[params.dataIndex];
      const low = api.coord([api.value(0), api.value(2)]);
      const high = api.coord([api.value(1), api.value(3)]);
      const middle = api.coord([api.value(0), api.value(4)])[1];
      const shape = clip({ x: low[0], y: high[1], width: high[0] - low[0], height: low[1] - high[1] }, params.coordSys);
      if (!shape) return null;
      return {
        type: "group",
        children: [
          { type: "rect", shape, style: { fill: item.itemStyle.color, opacity: 0.25 } },
          {
            type: "line",
            shape: { x1: shape.x, x2: shape.x + shape.width, y1: middle, y2: middle },
            style: { stroke: item.itemStyle.color, lineWidth: 3 },
          },
        ],
      };
    },
  };

  function resolve(value, style, data) {
    if (Array.isArray(value)) return value.map((each) => resolve(each, style, data));
    if (value === null || typeof value !== "object") return value;
    if ("$data" in value) return resolve(data[value.$data], style, data);
    if ("$color" in value) return style.getPropertyValue("--" + value.$color).trim();
    if ("$fn" in value) return functions[value.$fn] || value.$fn;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each, style, data)]));
  }

  // Without the quotes that would end an attribute of a saved picture.
  const family = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");

  const narrow = () => root.clientWidth < 640;

  function option(element, slim) {
    const style = getComputedStyle(root);
    const { template, data } = JSON.parse(document.getElementById(element.dataset.option).textContent);
    const full = resolve(template, style, data);
    const chosen = slim && full.narrow ? merge(full, full.narrow) : full;
    // A picture may be lower or higher on a narrow screen.
    const height = chosen.height || parseFloat(element.dataset.height);
    delete chosen.narrow;
    delete chosen.height;
    const ink = style.getPropertyValue("--ink").trim();
    const soft = style.getPropertyValue("--soft").trim();
    const rule = style.getPropertyValue("--rule").trim();
    const card = style.getPropertyValue("--card").trim();
    for (const axis of [].concat(chosen.xAxis || [], chosen.yAxis || [])) {
      axis.axisLine = { lineStyle: { color: rule }, ...axis.axisLine };
      axis.axisTick = { lineStyle: { color: rule }, ...axis.axisTick };
      axis.axisLabel = { color: soft, ...axis.axisLabel };
      axis.nameTextStyle = { color: soft, ...axis.nameTextStyle };
      axis.splitLine = { lineStyle: { color: rule, opacity: 0.6 }, ...axis.splitLine };
      axis.minorTick = { show: false };
    }
    for (const series of chosen.series) {
      if (drawn[series.renderItem]) series.renderItem = drawn[series.renderItem](series);
    }
    const drawing = {
      animation: false,
      textStyle: { color: ink, fontFamily: family },
      tooltip: { backgroundColor: card, borderColor: rule, textStyle: { color: ink }, confine: true, formatter: functions.tip },
      ...chosen,
      legend: chosen.legend && { textStyle: { color: ink }, itemWidth: 14, itemHeight: 10, ...chosen.legend },
    };
    return { height, drawing };
  }

  // What is said for narrow screens, on top of what is said for all.
  function merge(base, more) {
    if (Array.isArray(base) && Array.isArray(more)) {
      return base.map((each, i) => (i < more.length ? merge(each, more[i]) : each));
    }
    if (base === null || more === null || typeof base !== "object" || typeof more !== "object") return more;
    const merged = { ...base };
    for (const [key, each] of Object.entries(more)) {
      merged[key] = key in merged ? merge(merged[key], each) : each;
    }
    return merged;
  }

  const elements = [...document.querySelectorAll(".chart")];
  elements.forEach((element) => (element.dataset.height = element.style.height));

  // Pictures that are saved: light, as wide as a page, with the title and the sentence above.
  const WIDTH = 920;
  const MARGIN = 20;
  // The lines of a text, as wide as the picture lets them be.
  function wrapped(text, font, color, step) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = font + " " + family;
    const lines = [];
    let line = "";
    for (const word of text.split(" ")) {
      const longer = line ? line + " " + word : word;
      if (line && pen.measureText(longer).width > WIDTH - 2 * MARGIN) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line].map((each) => ({ text: each, font, color, step }));
  }

  function picture(element) {
    const figure = element.closest("figure");
    const printing = root.classList.contains("print");
    root.classList.add("print");
    const style = getComputedStyle(root);
    const color = (name) => style.getPropertyValue("--" + name).trim();
    const { height, drawing } = option(element, false);
    const paper = color("paper");
    const lines = [
      ...wrapped(figure.querySelector("h3").textContent, "600 19px", color("ink"), 27),
      ...wrapped(figure.querySelector("figcaption").textContent, "15px", color("soft"), 22),
    ];
    root.classList.toggle("print", printing);
    let top = MARGIN;
    lines.forEach((line) => (line.y = (top += line.step) - 6));
    top += 12;
    const place = { width: WIDTH - 2 * MARGIN, height };
    const whole = { width: WIDTH, height: top + height + MARGIN };

    function svg() {
      const chart = echarts.init(null, null, { renderer: "svg", ssr: true, ...place });
      chart.setOption(drawing);
      const inner = chart.renderToSVGString();
      chart.dispose();
      const texts = lines.map(
        (line) =>
          `<text x="${MARGIN}" y="${line.y}" fill="${line.color}" style="font: ${line.font} ${escape(family)}">${escape(line.text)}</text>`,
      );
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}">\n` +
        `<rect width="100%" height="100%" fill="${paper}"/>\n${texts.join("\n")}\n` +
        `<g transform="translate(${MARGIN} ${top})">\n${inner}\n</g>\n</svg>\n`
      );
    }

    function canvas() {
      const scale = 2;
      const chart = echarts.init(document.createElement("div"), null, { renderer: "canvas", devicePixelRatio: scale, ...place });
      chart.setOption(drawing);
      const board = Object.assign(document.createElement("canvas"), { width: whole.width * scale, height: whole.height * scale });
      const pen = board.getContext("2d");
      pen.scale(scale, scale);
      pen.fillStyle = paper;
      pen.fillRect(0, 0, whole.width, whole.height);
      lines.forEach((line) => {
        pen.font = line.font + " " + family;
        pen.fillStyle = line.color;
        pen.fillText(line.text, MARGIN, line.y);
      });
      pen.drawImage(chart.renderToCanvas({ pixelRatio: scale }), MARGIN, top, place.width, place.height);
      chart.dispose();
      return board;
    }

    return { name: figure.id, svg, canvas };
  }

  if (location.hash === "#pictures") {
    const kept = elements.map(picture).map(({ name, svg, canvas }) => ({
      name,
      svg: svg(),
      png: canvas().toDataURL("image/png").split(",")[1],
    }));
    const json = Object.assign(document.createElement("script"), { type: "application/json", id: "pictures" });
    json.textContent = JSON.stringify(kept).replaceAll("<", "\\u003c");
    document.body.replaceChildren(json);
    return;
  }

  function save(name, blob) {
    const link = Object.assign(document.createElement("a"), { download: name, href: URL.createObjectURL(blob) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  const savers = {
    SVG: ({ name, svg }) => save(name + ".svg", new Blob([svg()], { type: "image/svg+xml" })),
    PNG: ({ name, canvas }) => canvas().toBlob((blob) => save(name + ".png", blob)),
  };

  elements.forEach((element) => {
    const bar = document.createElement("p");
    bar.className = "save";
    for (const [kind, saver] of Object.entries(savers)) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Save as " + kind });
      button.setAttribute("aria-describedby", element.closest("figure").id + "-title");
      button.addEventListener("click", () => saver(picture(element)));
      bar.append(button);
    }
    element.after(bar);
  });

  const charts = elements.map((element) => {
    const { height, drawing } = option(element, narrow());
    element.style.height = height + "px";
    const chart = echarts.init(element, null, { renderer: "svg" });
    chart.setOption(drawing);
    return { element, chart };
  });

  const redraw = () =>
    charts.forEach(({ element, chart }) => {
      const { height, drawing } = option(element, narrow());
      element.style.height = height + "px";
      chart.resize();
      chart.setOption(drawing, true);
    });
  const resize = () => charts.forEach(({ chart }) => chart.resize());

  let wasNarrow = narrow();
  let last = root.clientWidth;
  window.addEventListener("resize", () => {
    if (root.clientWidth === last) return;
    last = root.clientWidth;
    resize();
    if (narrow() !== wasNarrow) {
      wasNarrow = narrow();
      redraw();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

  // On paper: light, as wide as the paper, and the figures unfolded that are no book of their own.
  const MOST_ROWS = 100;
  let folded = [];
  window.addEventListener("beforeprint", () => {
    root.classList.add("print");
    // A tree is printed as far as its reader has opened it.
    folded = [...document.querySelectorAll("details:not([open])")].filter(
      (each) => each.querySelectorAll("tr").length <= MOST_ROWS && !each.closest(".tree"),
    );
    folded.forEach((each) => (each.open = true));
    charts.forEach(({ element, chart }) => {
      element.style.width = "680px";
      chart.resize();
    });
    redraw();
  });
  window.addEventListener("afterprint", () => {
    root.classList.remove("print");
    folded.forEach((each) => (each.open = false));
    charts.forEach(({ element, chart }) => {
      element.style.width = "";
      chart.resize();
    });
    redraw();
  });
})();
