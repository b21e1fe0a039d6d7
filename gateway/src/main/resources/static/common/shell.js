/**
 * What every page has around its content: name, navigation, language, account; and the router that shows a view for what stands
 * behind the # of the address.
 */

import {get} from './api.js';
import {Problem} from './http.js';
import {fill, h} from './dom.js';
import {problemText} from './format.js';
import {LANGUAGES, language, load, t, use} from './i18n.js';
import {caller, logOut, onChange} from './session.js';
import {loginView} from './login.js';

let routes = [];
let options = {};
let leaving = new AbortController();

const main = h('main', {id: 'content', tabindex: '-1'});
const spoken = h('p', {class: 'unseen', role: 'status', 'aria-live': 'polite'});
const navigation = h('nav', {'aria-label': 'main'});
const account = h('div', {class: 'account'});

/**
 * Shows a page.
 *
 * @param page
 *   texts: folders of texts besides /common/texts
 *   brand: key of the page's name; home: where it leads
 *   links: () => [[href, text], ...] of the navigation, asked again whenever the address or the login changes
 *   routes: [[pattern, view, access], ...]. A pattern is like '/order/:id'; a view is ({params, query, signal}) => {title, body},
 *     also as a promise: title is a text, body a node or nodes, and signal aborts when the view is left. Access is 'open'
 *     (nothing named), 'customer' or 'staff': for the latter two the login stands before the view
 */
export async function start(page) {
  options = page;
  routes = [...page.routes, ['/login', loginView, 'open']].map(([pattern, view, access]) => ({
    names: [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]),
    expression: new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`),
    view,
    access: access ?? 'open',
  }));
  await load('/common/texts', ...page.texts);
  navigation.setAttribute('aria-label', t('shell.navigation'));
  document.body.replaceChildren(
    h('a', {class: 'skip', href: '#content', onclick: skip}, t('shell.skip')),
    h('header', {class: 'top'},
      h('a', {class: 'brand', href: page.home}, t(page.brand)),
      navigation,
      h('div', {class: 'tools'}, languages(), account)),
    main,
    spoken);
  onChange(show);
  addEventListener('hashchange', show);
  await show();
}

/** Tells people who do not see the page what has changed on it. */
export function announce(text) {
  spoken.textContent = text;
}

/** Goes to another view. */
export function go(hash) {
  if (location.hash === hash) {
    show();
  } else {
    location.hash = hash;
  }
}

/** Shows the current view anew, and the navigation with it. */
export function again() {
  return show();
}

/** Shows the navigation anew, when what it counts has changed. */
export function refreshNavigation() {
  const path = location.hash || '#/';
  fill(navigation, h('ul', {}, options.links().map(([href, text]) =>
    h('li', {}, h('a', {href, 'aria-current': current(href, path) ? 'page' : null}, text)))));
}

function current(href, path) {
  return href === path || (href !== '#/' && path.startsWith(`${href}/`));
}

function skip(event) {
  event.preventDefault();
  main.focus();
}

function languages() {
  return h('div', {class: 'languages', role: 'group', 'aria-label': t('shell.language')},
    LANGUAGES.map(([code, name]) => h('button', {
      type: 'button',
      lang: code,
      class: 'plain',
      'aria-pressed': String(code === language),
      onclick: () => use(code),
    }, name)));
}

function showAccount() {
  const who = caller();
  fill(account, who
    ? h('button', {type: 'button', class: 'plain', onclick: leave}, t('shell.logOut'))
    : h('a', {href: '#/login'}, t('shell.logIn')));
}

async function leave() {
  await logOut();
  go(options.home.startsWith('#') ? options.home : '#/');
}

async function show() {
  leaving.abort();
  leaving = new AbortController();
  const {signal} = leaving;
  showAccount();
  refreshNavigation();
  const [path, search = ''] = (location.hash.slice(1) || '/').split('?');
  main.setAttribute('aria-busy', 'true');
  const shown = await viewOf(path, new URLSearchParams(search), signal);
  if (signal.aborted) {
    return;
  }
  main.removeAttribute('aria-busy');
  document.title = `${shown.title} · ${t(options.brand)}`;
  fill(main, shown.body);
  const heading = main.querySelector('h1');
  if (heading && main.dataset.shown) {
    // The reader is told where they are, as by a new page; not at first, when the browser has said it.
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
    scrollTo(0, 0);
  }
  main.dataset.shown = 'yes';
}

async function viewOf(path, query, signal) {
  for (const route of routes) {
    const match = route.expression.exec(path);
    if (match) {
      const params = Object.fromEntries(route.names.map((name, i) => [name, decodeURIComponent(match[i + 1])]));
      return guarded(route, {params, query, signal});
    }
  }
  return {title: t('shell.notFound'), body: h('h1', {}, t('shell.notFound'))};
}

async function guarded(route, context) {
  const who = caller();
  if (route.access !== 'open' && !who) {
    return loginView({...context, next: location.hash});
  }
  if (route.access === 'staff' && !who.staff) {
    return {title: t('shell.staffOnly'), body: [h('h1', {}, t('shell.staffOnly')), h('p', {}, t('shell.staffOnlyHint'))]};
  }
  try {
    return await route.view(context);
  } catch (failure) {
    if (context.signal.aborted) {
      return {};
    }
    if (failure instanceof Problem && failure.status === 401) {
      return loginView({...context, next: location.hash});
    }
    return failed(failure);
  }
}

function failed(failure) {
  if (!(failure instanceof Problem)) {
    console.error(failure);
  }
  return {
    title: t('shell.failed'),
    body: [
      h('h1', {}, t('shell.failed')),
      problemNote(failure),
      h('p', {}, h('button', {type: 'button', onclick: again}, t('shell.again'))),
    ],
  };
}

/** What a Problem says, for people, as an alert. */
export function problemNote(failure) {
  const problem = failure instanceof Problem ? failure : new Problem({status: 500, code: 'UNEXPECTED', detail: String(failure)});
  return h('div', {class: 'note bad', role: 'alert', 'data-code': problem.code},
    h('p', {}, problemText(problem)),
    problem.requestId && h('p', {class: 'hint'}, t('shell.requestId', {id: problem.requestId})));
}

/**
 * A form whose submission is awaited: its button rests meanwhile, and a Problem is shown below it.
 *
 * @param submit (form) => Promise
 * @param attributes of the form element
 */
export function form(submit, buttonText, attributes, ...content) {
  const note = h('div', {class: 'outcome'});
  const button = h('button', {type: 'submit', class: 'main'}, buttonText);
  const element = h('form', {
    ...attributes,
    onsubmit: async (event) => {
      event.preventDefault();
      await whileBusy(button, note, () => submit(element));
    },
  }, content, note, h('p', {class: 'actions'}, button));
  return element;
}

/** A button whose work is awaited; a Problem is shown in the note. */
export function button(text, work, attributes, note = h('div', {class: 'outcome'})) {
  const element = h('button', {
    type: 'button',
    ...attributes,
    onclick: () => whileBusy(element, note, work),
  }, text);
  return element;
}

/** Not `disabled`: who works by keyboard would lose their place. */
async function whileBusy(element, note, work) {
  if (element.getAttribute('aria-disabled') === 'true') {
    return;
  }
  element.setAttribute('aria-disabled', 'true');
  fill(note);
  try {
    await work();
  } catch (failure) {
    if (failure?.name !== 'AbortError') {
      fill(note, problemNote(failure));
      if (!(failure instanceof Problem)) {
        console.error(failure);
      }
    }
  } finally {
    element.removeAttribute('aria-disabled');
  }
}

/**
 * A list that is read page by page: `rows` shows the items of each, and a button asks for more while there are.
 *
 * @param path of the API, with the query but its cursor
 * @param rows (items) => nodes, appended to the container
 */
export async function pages(path, container, rows, signal, empty = t('shell.nothing')) {
  const more = h('p', {class: 'actions'});
  let any = false;
  const read = async (cursor) => {
    const joint = path.includes('?') ? '&' : '?';
    const page = await get(cursor === null ? path : `${path}${joint}cursor=${encodeURIComponent(cursor)}`, {signal});
    any = any || page.items.length > 0;
    container.append(...[rows(page.items)].flat(Infinity));
    fill(more, page.next !== null && button(t('shell.more'), () => read(page.next)), !any && h('span', {}, empty));
  };
  await read(null);
  return [any && container, more];
}
