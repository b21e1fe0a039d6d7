/** What a customer needs to pay with WeChat Pay: the code that its app takes. */

import {h, newId, s} from '/common/dom.js';
import {timeOfDay} from '/common/format.js';
import {t} from '/common/i18n.js';

/** Modules of nothing around the code, by which a reader tells where it begins (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** @param codeUrl weixin://…, which the app opens or scans; on the local stack the simulator's page takes it */
export function codePanel(codeUrl, payUntil) {
  const id = newId('code');
  return h('div', {class: 'code-panel'},
    codePicture(codeUrl),
    h('p', {class: 'actions'}, h('a', {class: 'button main', href: codeUrl}, t('wechat.open'))),
    h('label', {for: id}, t('wechat.code')),
    h('input', {id, class: 'mono', readonly: true, value: codeUrl, onfocus: (event) => event.target.select()}),
    h('p', {class: 'hint'}, t('wechat.until', {time: timeOfDay(payUntil)})));
}

/** The code for a phone's camera. What draws it is fetched only now; without it, the link and the text remain. */
function codePicture(text) {
  const picture = h('figure', {class: 'code-picture', hidden: true});
  import('/vendor/qrcode.js').then(({qrcode}) => {
    picture.append(draw(modulesOf(qrcode, text)), h('figcaption', {class: 'hint'}, t('wechat.scan')));
    picture.hidden = false;
  }).catch((failure) => console.error(failure));
  return picture;
}

function modulesOf(qrcode, text) {
  // The smallest version that holds it; a screen is clean, so that 15 % of repair are enough.
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const rows = Array.from({length: code.getModuleCount()}, (_, row) => row);
  return rows.map((row) => rows.map((column) => code.isDark(row, column)));
}

/** Black on white whatever the page's colours are: some readers know no other. */
function draw(modules) {
  const size = modules.length + 2 * QUIET_ZONE;
  const squares = modules.flatMap((row, y) => row.map((dark, x) => dark ? `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z` : ''));
  return s('svg', {viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': t('wechat.picture'), 'shape-rendering': 'crispEdges'},
    s('rect', {width: size, height: size, fill: '#fff'}),
    s('path', {d: squares.join(''), fill: '#000'}));
}
