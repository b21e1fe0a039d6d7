/** The texts of the pages, in the language of whoever reads: one JSON file a language in a folder `texts`. */

const STORED = 'shop.language';

/** Code and own name. */
export const LANGUAGES = [['en', 'English'], ['zh', '中文']];

export const language = chosen();

const texts = {};

function chosen() {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages].filter(Boolean);
  const codes = LANGUAGES.map(([code]) => code);
  return wanted.map((tag) => tag.split('-')[0].toLowerCase()).find((code) => codes.includes(code)) ?? 'en';
}

/** @param folders such as '/common/texts' */
export async function load(...folders) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const read of await Promise.all(folders.map((folder) => fetch(`${folder}/${language}.json`)))) {
    Object.assign(texts, await read.json());
  }
}

/** Remembers the language, and shows the page in it. */
export function use(code) {
  localStorage.setItem(STORED, code);
  location.reload();
}

/** Whether there is a text of that key. */
export function has(key) {
  return key in texts;
}

/** The text of a key, `{name}` replaced by the value of that name; the key itself when there is none. */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
