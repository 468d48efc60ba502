// Keeps the board as the server would draw it now: told which commitment changed, it fetches that card again.
"use strict";

(() => {
  const AT_ONCE = 4; // cards fetched at a time
  const FLOOD = 40; // beyond so many waiting, the list is read again instead
  const TRIES = 4;
  const MARKED = 4000; // ms a changed card stays marked

  const board = document.getElementById("board");
  const list = document.getElementById("cards");
  const empty = document.getElementById("empty");
  const news = document.getElementById("news");
  const connection = document.getElementById("connection");
  const shown = Number(board.dataset.shown);

  // --- fetching

  const asked = new Map(); // id -> {sequence, tries}: changed, not fetched yet
  const fetching = new Set();

  async function html(path) {
    const answer = await fetch(path, { headers: { Accept: "text/html" } });
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status}`);
    }
    const parsed = document.createElement("template");
    parsed.innerHTML = await answer.text();
    return parsed.content;
  }

  function changed(id, sequence, tries = 0) {
    const before = asked.get(id);
    asked.set(id, { sequence: Math.max(sequence, before?.sequence ?? 0), tries });
    if (asked.size > FLOOD) {
      everything();
    } else {
      next();
    }
  }

  function next() {
    for (const [id, { sequence, tries }] of asked) {
      if (fetching.size >= AT_ONCE) {
        return;
      }
      if (!fetching.has(id)) {
        asked.delete(id);
        fetching.add(id);
        card(id, sequence, tries).finally(() => {
          fetching.delete(id);
          next();
        });
      }
    }
  }

  async function card(id, sequence, tries) {
    let come = 0;
    try {
      const path = `board/cards/${encodeURIComponent(id)}?atLeast=${sequence}`;
      const item = (await html(path)).querySelector("li.card");
      come = Number(item.dataset.sequence);
      put(item);
      summary();
    } catch {
      come = 0; // not there yet, or not to be had now: below it is tried again
    }
    if (come < sequence && tries < TRIES) {
      setTimeout(() => changed(id, sequence, tries + 1), 1000 * 2 ** tries);
    }
  }

  const summary = coalesced(300, async () => {
    const fresh = (await html("board/summary")).querySelector("#summary");
    document.getElementById("summary").replaceWith(fresh);
  });

  const reload = coalesced(300, async () => {
    const items = [...(await html("board/cards")).querySelectorAll("li.card")];
    list.replaceChildren(...items.map((item) => newer(item, document.getElementById(item.id))));
    empty.hidden = items.length > 0;
    summary();
  });

  /** Read twice: the last of what was missed may still be on its way into the read model. */
  function everything() {
    asked.clear();
    reload();
    setTimeout(reload, 5000);
  }

  /** At most one run at a time and one waiting, however often it is asked for. */
  function coalesced(pause, run) {
    let waiting = false;
    let running = false;
    async function go() {
      waiting = false;
      running = true;
      try {
        await run();
      } catch {
        setTimeout(ask, 5000); // away for now
      } finally {
        running = false;
        if (waiting) {
          setTimeout(go, pause);
        }
      }
    }
    function ask() {
      if (!waiting) {
        waiting = true;
        if (!running) {
          setTimeout(go, pause);
        }
      }
    }
    return ask;
  }

  // --- showing

  function newer(item, old) {
    return old && Number(old.dataset.sequence) > Number(item.dataset.sequence) ? old : item;
  }

  /** In its place, so that nothing moves under a reader's eyes; a new one comes first. */
  function put(item) {
    const old = document.getElementById(item.id);
    if (old && (newer(item, old) === old || old.isEqualNode(item))) {
      return;
    }
    if (old) {
      old.replaceWith(item);
    } else {
      list.prepend(item);
    }
    while (list.children.length > shown) {
      list.lastElementChild.remove();
    }
    empty.hidden = true;
    item.classList.add("changed");
    setTimeout(() => item.classList.remove("changed"), MARKED);
    announce(item);
  }

  const said = [];

  function announce(item) {
    const title = item.querySelector(".title").textContent;
    const health = item.querySelector(".health-words").textContent;
    said.push(`${title} has changed. Health: ${health}.`);
    if (said.length === 1) {
      setTimeout(() => {
        news.textContent = said.length > 3 ? `${said.length} commitments have changed.` : said.join(" ");
        said.length = 0;
      }, 1000);
    }
  }

  // --- listening

  let position = board.dataset.position;

  function state(name, words) {
    connection.hidden = false;
    connection.dataset.state = name;
    connection.textContent = words;
  }

  function listen() {
    const stream = new EventSource(`api/dashboard/stream?after=${encodeURIComponent(position)}`);
    stream.addEventListener("open", () => state("live", "Live: changes appear by themselves"));
    stream.addEventListener("error", () => {
      state("off", "Not connected: trying again");
      if (stream.readyState === EventSource.CLOSED) {
        setTimeout(listen, 5000); // the browser itself tries again only after some failures
      }
    });
    stream.addEventListener("commitment", (message) => {
      position = message.lastEventId || position;
      const { id, sequence } = JSON.parse(message.data);
      changed(id, sequence);
    });
    stream.addEventListener("resync", (message) => {
      position = message.lastEventId || position;
      everything();
    });
  }

  state("off", "Connecting");
  listen();
})();
