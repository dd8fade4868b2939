// Questions to the server, and elements of the page: what documents say is always text, never markup.

const RESTARTED = "This window is of a server that has ended: what you decide here is not written. Open the page that the new one names.";

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.error ?? (status === 404 ? RESTARTED : `the server answers ${status}`));
    this.status = status;
    this.answer = answer;
  }
}

/** The server does not answer at all. */
export class Silent extends Error {}

async function answered(request) {
  const response = await request.catch((error) => {
    throw new Silent(error.message);
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

/** Ask `name` with `parameters`; those that are empty are left out. */
export function ask(name, parameters = {}) {
  const said = Object.entries(parameters).filter(([, value]) => value !== "" && value != null);
  return answered(fetch(`api/${name}?${new URLSearchParams(said)}`));
}

/** Say `body`; when this returns, the disk has it. */
export function say(name, body) {
  const headers = { "Content-Type": "application/json" };
  return answered(fetch(`api/${name}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** Return an element: `el("p", { class: "why" }, "words", child)`. */
export function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value == null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...there(children));
  return made;
}

/** Return what of `children`, however nested, is there. */
export const there = (children) => children.flat(Infinity).filter((child) => child || child === 0);

export const $ = (id) => document.getElementById(id);
export const key = (name) => el("kbd", {}, name);
export const counted = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
