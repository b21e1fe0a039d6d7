/**
 * Elements are built and never parsed, so what comes from data can only ever be text.
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * h('a', {class: 'quiet', href: '#/'}, 'Home'). Attributes that are null, undefined or false are left out; those that begin with
 * `on` are listeners. Children are nodes, texts, numbers, lists of them, or null and false for nothing.
 */
export function h(tag, attributes, ...children) {
  return build(document.createElement(tag), attributes, children);
}

/** The same for a drawing: s('svg', {viewBox: '0 0 10 10'}, s('circle', {r: 3})). */
export function s(tag, attributes, ...children) {
  return build(document.createElementNS(SVG, tag), attributes, children);
}

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  put(element, children);
  return element;
}

function put(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
}

/** Replaces what is in an element. */
export function fill(element, ...children) {
  element.replaceChildren();
  put(element, children);
  return element;
}

let ids = 0;

/** An id that no other element of the page has. */
export function newId(name) {
  ids += 1;
  return `${name}-${ids}`;
}

/**
 * A labelled field of a form. The control is an input unless another tag is named.
 *
 * @param control {name, type, value, required, ...}: attributes of the control; `tag` and `options` [[value, text], ...] for a select
 */
export function field(label, control, hint) {
  const {tag = 'input', options = [], value, ...attributes} = control;
  const id = newId(attributes.name ?? 'field');
  const hintId = hint ? `${id}-hint` : null;
  const input = h(tag, {id, 'aria-describedby': hintId, ...attributes},
    options.map(([optionValue, text]) => h('option', {value: optionValue}, text)));
  if (value !== undefined && value !== null) {
    input.value = value;
  }
  return h('div', {class: 'field'},
    h('label', {for: id}, label),
    input,
    hint && h('p', {class: 'hint', id: hintId}, hint));
}

/** What a form holds, as an object; empty fields are left out. */
export function valuesOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}
