// What pages do beyond HTML: keyboard shortcuts, and a list that renews itself under a reader's hands.
(() => {
  "use strict";

  const SWITCH = "earshot.keys";
  const cases = () => [...document.querySelectorAll(".cases > li > a")];
  const selected = () => {
    const row = document.activeElement && document.activeElement.closest(".cases > li");
    return row && row.querySelector(":scope > a");
  };

  // Shortcuts can be turned off, for people whose tools type for them (WCAG 2.1.4).
  const stored = () => { try { return localStorage.getItem(SWITCH); } catch { return null; } };
  const store = (value) => { try { localStorage.setItem(SWITCH, value); } catch { /* for this page alone, then */ } };
  let enabled = stored() !== "off";

  const move = (by) => {
    const all = cases();
    const at = all.indexOf(selected());
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  };

  const open = (id) => {
    const details = document.getElementById(id);
    if (!(details instanceof HTMLDetailsElement)) { return false; }
    details.open = true;
    const field = details.querySelector("[data-first]") || details.querySelector("select, textarea, input:not([type=hidden])");
    if (field) { field.focus(); }
    return true;
  };

  const go = (id) => {
    const link = selected();
    if (link) { location.assign(link.href + "#" + id); } else { open(id); }
  };

  const take = () => {
    const link = selected();
    const form = link ? link.parentElement.querySelector("form.take") : document.querySelector("main > section form.take");
    if (form) { form.requestSubmit(); }
  };

  const dialog = document.getElementById("keys");
  const help = () => dialog && dialog.showModal();

  const actions = {
    j: () => move(1),
    k: () => move(-1),
    o: () => { const link = selected(); if (link) { link.click(); } },
    u: () => { if (!document.getElementById("cases")) { location.assign("/"); } },
    a: take,
    r: () => go("resolve"),
    e: () => go("reroute"),
    "?": help,
  };

  const writing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  if (dialog) {
    const button = document.getElementById("show-keys");
    const box = document.getElementById("keys-on");
    button.hidden = false;
    button.addEventListener("click", help);
    box.checked = enabled;
    box.addEventListener("change", () => { enabled = box.checked; store(enabled ? "on" : "off"); });
    document.addEventListener("keydown", (event) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (enabled && plain && !event.defaultPrevented && !dialog.open && !writing(event.target) && actions[event.key]) {
        event.preventDefault();
        actions[event.key]();
      }
    });
  }

  // Going to the fragment, which comes with or after the load, would take the focus away again.
  const arrive = () => setTimeout(() => { if (location.hash.length > 1) { open(location.hash.slice(1)); } });
  if (document.readyState === "complete") { arrive(); } else { addEventListener("load", arrive); }

  // The list renews itself without moving what somebody looks at.
  let place = null;
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (document.hidden && event.detail.elt.id === "cases") { event.preventDefault(); }
  });
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const list = event.detail.target;
    if (list.id !== "cases") { return; }
    const text = getSelection();
    if (text && !text.isCollapsed && text.containsNode(list, true)) { event.detail.shouldSwap = false; return; }
    const link = selected();
    place = link && { at: cases().indexOf(link), id: document.activeElement.id, top: link.getBoundingClientRect().top };
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    if (!place) { return; }
    const same = document.getElementById(place.id);
    const link = same || cases()[place.at] || cases().at(-1);
    if (link) {
      link.focus({ preventScroll: true });
      scrollBy(0, link.closest("li").getBoundingClientRect().top - place.top);
    }
    place = null;
  });
})();
