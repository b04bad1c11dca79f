/* Draws the tables of the page as pictures. What is drawn is what the tables say; a click leads where their cells do. */
(function () {
  'use strict';

  const MOODS = { Positive: '--good', Negative: '--bad', Neutral: '--series-7', Mixed: '--mixed', Without: '--series-8' };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const charts = [];

  /* A colour as the scheme of the reader has it; canvases do not know light-dark(). */
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  function colour(name) {
    probe.style.color = 'var(' + name + ')';
    return getComputedStyle(probe).color;
  }

  function time(seconds) {
    const units = [['d', 86400], ['h', 3600], ['min', 60]];
    for (const [name, length] of units) {
      if (seconds >= length) {
        return Math.round(10 * seconds / length) / 10 + ' ' + name;
      }
    }
    return seconds + ' s';
  }

  /* Long names in lines, so that a phone shows them whole. */
  function lines(words) {
    return words.split(' ').reduce((all, word) => {
      const last = all[all.length - 1];
      return last && (last + ' ' + word).length <= 16 ? [...all.slice(0, -1), last + ' ' + word] : [...all, word];
    }, []);
  }

  const ROUND = [1, 10, 60, 600, 3600, 6 * 3600, 86400, 7 * 86400, 30 * 86400, 365 * 86400];
  const FINER = [1, 2, 5, 10, 20, 30, 60, 120, 180, 300, 600, 1200, 1800, 3600, 2 * 3600, 3 * 3600, 6 * 3600, 12 * 3600,
    86400, 2 * 86400, 4 * 86400, 7 * 86400, 14 * 86400, 30 * 86400, 90 * 86400, 365 * 86400];
  function roundTimes(axis) {
    const within = (values) => values.filter((value) => value >= axis.min && value <= axis.max);
    const ticks = within(ROUND).length < 3 ? within(FINER) : within(ROUND);
    axis.ticks = ticks.map((value) => ({ value }));
  }

  /* Where a scale of magnitudes begins: well before the shortest time, whose bar must be seen. */
  function before(data) {
    const shortest = Math.min(...data.rows.flatMap((row) => row.cells).map((cell) => cell.value || Infinity));
    return ROUND.filter((value) => value <= shortest / 2).pop() || 0.5;
  }

  const WORDS = { count: String, percent: (share) => Math.round(share) + ' %', seconds: time };

  function read(table) {
    const names = [...table.querySelectorAll('thead th')].slice(1).map((cell) => cell.textContent);
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => ({
      head: row.querySelector('th').textContent,
      cells: [...row.querySelectorAll('td')].map((cell) => ({
        value: cell.dataset.value === '' ? null : Number(cell.dataset.value),
        href: cell.querySelector('a')?.href,
      })),
    }));
    return { names, rows };
  }

  function series(data) {
    return data.names
      .map((name, column) => ({
        label: name,
        column,
        data: data.rows.map((row) => row.cells[column].value),
        backgroundColor: colour(MOODS[name] || '--series-' + (column % 9)),
        maxBarThickness: 48,
      }))
      .filter((one) => one.data.some((value) => value));
  }

  function options(table, data, drawn) {
    const unit = table.dataset.unit;
    const words = WORDS[unit];
    const lying = table.dataset.rows === 'Department';
    const stacked = unit === 'count';
    const ink = colour('--quiet');
    const grid = { color: colour('--line') };
    const values = {
      stacked, grid, beginAtZero: true, border: { display: false },
      type: unit === 'seconds' ? 'logarithmic' : 'linear',
      min: unit === 'seconds' ? before(data) : undefined,
      max: unit === 'percent' ? 100 : undefined,
      afterBuildTicks: unit === 'seconds' ? roundTimes : undefined,
      ticks: { color: ink, precision: 0, maxTicksLimit: 7, callback: (value) => words(value) },
    };
    const labels = { stacked, grid: { display: false }, ticks: { color: ink, maxRotation: 45, autoSkip: !lying } };
    return {
      animation: still ? false : { duration: 300 },
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: lying ? 'y' : 'x',
      scales: lying ? { x: values, y: labels } : { x: labels, y: values },
      plugins: {
        legend: { position: 'bottom', labels: { color: colour('--ink'), boxWidth: 14 } },
        tooltip: { callbacks: { label: (item) => item.dataset.label + ': ' + words(item.raw) } },
      },
      onClick: (event, hit) => {
        const href = hit.length && data.rows[hit[0].index].cells[drawn[hit[0].datasetIndex].column].href;
        if (href) {
          location.assign(href);
        }
      },
    };
  }

  function draw(table) {
    const data = read(table);
    const drawn = series(data);
    const frame = document.createElement('div');
    const canvas = document.createElement('canvas');
    frame.className = 'canvas' + (table.querySelector('a') ? ' clickable' : '');
    const lying = table.dataset.rows === 'Department';
    if (lying) {
      frame.style.height = 7 + 3 * data.rows.length + 'rem';
    }
    canvas.setAttribute('role', 'img');
    const title = table.closest('section').querySelector('h2').textContent;
    canvas.setAttribute('aria-label', title + ', a chart; the same stands in the table below');
    frame.append(canvas);
    table.closest('details').before(frame);
    charts.push(new Chart(canvas, {
      type: 'bar',
      data: { labels: data.rows.map((row) => (lying ? lines(row.head) : row.head)), datasets: drawn },
      options: options(table, data, drawn),
    }));
  }

  function all() {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    document.querySelectorAll('table[data-unit]').forEach(draw);
  }

  all();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    charts.splice(0).forEach((chart) => {
      const frame = chart.canvas.parentElement;
      chart.destroy();
      frame.remove();
    });
    all();
  });
})();
