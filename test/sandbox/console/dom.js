/**
 * Makes an element. Children that are not nodes become text, so that no value of the sandbox is ever read as HTML.
 * Properties with `on…` are listeners, `class` is the class name, null and undefined are left out.
 */
export function el(tag, properties = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(properties)) {
		if (value === null || value === undefined || value === false) continue;
		if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
		else element.setAttribute(name === 'className' ? 'class' : name, value === true ? '' : String(value));
	}
	element.append(...children.flat().filter((child) => child !== null && child !== undefined));
	return element;
}

export const byId = (id) => document.getElementById(id);

/** A coloured label; `tone` is one of good, warn, bad, info, plain. */
export const chip = (text, tone = 'plain') => el('span', { class: 'chip', 'data-tone': tone }, text);

/** What a panel says while it has nothing to show, and what to do about it. */
export const emptyState = (what, next) =>
	el('div', { class: 'empty' }, el('p', { class: 'empty-what' }, what), el('p', {}, next));

/** Asks the control API. Throws an Error with the sandbox's own text when it refuses. */
export async function call(path, body) {
	const response = await fetch(`/_sandbox${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	const answer = text === '' ? undefined : JSON.parse(text);
	if (!response.ok) throw new Error(answer?.message ?? answer?.error ?? `HTTP ${response.status}`);
	return answer;
}
