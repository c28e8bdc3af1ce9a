"use strict";
// Draws every picture of the page from the JSON beside it. Colours and functions are named there and
// filled in here, so that a picture follows the reader's light or dark, and the paper when printed.
(() => {
  const brief = (v) =>
    v >= 1e9 ? v / 1e9 + "B" : v >= 1e6 ? v / 1e6 + "M" : v >= 1e3 ? v / 1e3 + "K" : String(v);
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

  const narrow = () => document.documentElement.clientWidth < 640;

  function option(element) {
    const style = getComputedStyle(document.documentElement);
    const { template, data } = JSON.parse(document.getElementById(element.dataset.option).textContent);
    const full = resolve(template, style, data);
    const chosen = narrow() && full.narrow ? merge(full, full.narrow) : full;
    // A picture may be lower on a narrow screen.
    element.dataset.height = element.dataset.height || element.style.height;
    const lower = narrow() && full.narrow && full.narrow.height;
    element.style.height = lower ? lower + "px" : element.dataset.height;
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
    return {
      animation: false,
      textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { backgroundColor: card, borderColor: rule, textStyle: { color: ink }, confine: true, formatter: functions.tip },
      ...chosen,
      legend: chosen.legend && { textStyle: { color: ink }, itemHeight: 10, ...chosen.legend },
    };
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

  const charts = [...document.querySelectorAll(".chart")].map((element) => {
    const first = option(element);
    const chart = echarts.init(element, null, { renderer: "svg" });
    chart.setOption(first);
    return { element, chart };
  });

  const redraw = () =>
    charts.forEach(({ element, chart }) => {
      const next = option(element);
      chart.resize();
      chart.setOption(next, true);
    });
  const resize = () => charts.forEach(({ chart }) => chart.resize());

  let wasNarrow = narrow();
  let last = document.documentElement.clientWidth;
  window.addEventListener("resize", () => {
    if (document.documentElement.clientWidth === last) return;
    last = document.documentElement.clientWidth;
    resize();
    if (narrow() !== wasNarrow) {
      wasNarrow = narrow();
      redraw();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

  // On paper: light, as wide as the paper, and the figures unfolded.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    document.documentElement.classList.add("print");
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((each) => (each.open = true));
    charts.forEach(({ element, chart }) => {
      element.style.width = "680px";
      chart.resize();
    });
    redraw();
  });
  window.addEventListener("afterprint", () => {
    document.documentElement.classList.remove("print");
    folded.forEach((each) => (each.open = false));
    charts.forEach(({ element, chart }) => {
      element.style.width = "";
      chart.resize();
    });
    redraw();
  });
})();
