"use strict";
(() => {
  const form = document.querySelector(".filter");
  const facts = [...document.querySelectorAll("[data-verdict]")];
  const sections = [...document.querySelectorAll("#facts > section")];
  const followers = new Map();
  for (const part of document.querySelectorAll("[data-for]")) {
    const id = part.dataset.for;
    followers.set(id, [...(followers.get(id) || []), part]);
  }
  const texts = new Map();

  // What a reader sees of a fact at once, without the evidence; read when it is first searched.
  const textOf = (fact) => {
    if (!texts.has(fact)) {
      const parts = fact.querySelectorAll("h3, summary b, summary .value, summary .small, .why, .formula, .quote, blockquote");
      texts.set(fact, [...parts].map((part) => part.textContent).join(" ").replace(/\s+/g, " ").toLowerCase());
    }
    return texts.get(fact);
  };
  const holds = (list, number) => list.split(" ").includes(String(number));

  const wanted = () => {
    const data = new FormData(form);
    const chosen = (name) => (form.elements[name] ? form.elements[name].selectedIndex - 1 : -1);
    return {
      words: String(data.get("q")).toLowerCase().split(/\s+/).filter(Boolean),
      verdicts: data.getAll("verdict"),
      source: chosen("source"),
      about: chosen("about"),
    };
  };

  const fits = (fact, want) =>
    (!want.verdicts.length || want.verdicts.includes(fact.dataset.verdict)) &&
    (want.source < 0 || holds(fact.dataset.sources, want.source)) &&
    (want.about < 0 || holds(fact.dataset.names, want.about)) &&
    want.words.every((word) => textOf(fact).includes(word));

  const apply = () => {
    const want = wanted();
    const all = !want.words.length && !want.verdicts.length && want.source < 0 && want.about < 0;
    let shown = 0;
    for (const fact of facts) {
      const fit = all || fits(fact, want);
      shown += fit;
      fact.hidden = !fit;
      for (const part of followers.get(fact.id) || []) part.hidden = !fit;
    }
    for (const section of sections) {
      section.hidden = !all && !section.querySelector("[data-verdict]:not([hidden])");
    }
    form.querySelector("output").textContent = all ? `${facts.length} facts` : `${shown} of ${facts.length} facts`;
    form.querySelector("button").hidden = all;
  };

  // The state is kept in the query, so that a link to a fact keeps it too.
  const write = (hash) => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
    try {
      history.replaceState(null, "", `${location.pathname}${query && "?"}${query}${hash ?? location.hash}`);
    } catch {
      // A page inside a notebook has no address of its own.
    }
  };
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const control of form.elements) {
      if (control.type === "checkbox") control.checked = query.getAll("verdict").includes(control.value);
      else if (control.name && query.has(control.name)) control.value = query.get(control.name);
      if (control.tagName === "SELECT" && control.selectedIndex < 0) control.selectedIndex = 0;
    }
  };

  // A fact that a link leads to is shown whatever the filter says.
  const reveal = () => {
    const fact = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!fact || !fact.dataset.verdict) return;
    if (fact.hidden) {
      form.reset();
      update();
    }
    for (const part of fact.querySelectorAll(":scope > details:first-child")) part.open = true;
    fact.scrollIntoView();
  };
  const update = () => {
    apply();
    write();
  };

  const step = (by) => {
    const visible = facts.filter((fact) => !fact.hidden);
    if (!visible.length) return;
    const now = visible.findIndex((fact) => fact.contains(document.activeElement));
    const first = visible.findIndex((fact) => fact.getBoundingClientRect().bottom > 0);
    const next = now >= 0 ? now + by : by > 0 ? first : first - 1;
    const fact = visible[Math.min(Math.max(next, 0), visible.length - 1)];
    fact.tabIndex = -1;
    fact.focus({ preventScroll: true });
    fact.scrollIntoView({ block: "start" });
    write(`#${fact.id}`);
  };

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, 80);
  });
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input[type=search], select, textarea");
    if (event.key === "Escape" && event.target === form.elements.q) event.target.blur();
    if (typing) return;
    if (event.key === "/") {
      event.preventDefault();
      form.elements.q.focus();
      form.elements.q.select();
    }
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  });

  // Not every browser can print what is folded by style alone.
  const folded = [];
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details:not([open])")) {
      part.open = true;
      folded.push(part);
    }
  });
  addEventListener("afterprint", () => {
    for (const part of folded.splice(0)) part.open = false;
  });

  form.hidden = false;
  document.documentElement.classList.add("has-filter");
  read();
  apply();
  reveal();
})();
