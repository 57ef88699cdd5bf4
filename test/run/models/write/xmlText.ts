const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element of an XML file, or a text inside one. */
export type Xml = readonly string[];

function startOf(name: string, attributes: Attributes): string {
	const written = Object.entries(attributes).flatMap(([key, value]) =>
		value === undefined ? [] : [` ${key}="${escaped(value)}"`],
	);
	return `<${name}${written.join('')}`;
}

/** An element with others inside it, each on lines of its own. */
export function element(name: string, attributes: Attributes, children: readonly Xml[] = []): Xml {
	const start = startOf(name, attributes);
	if (children.length === 0) return [`${start} />`];
	return [`${start}>`, ...children.flat().map((line) => `  ${line}`), `</${name}>`];
}

/** An element with a text in it. */
export const textElement = (name: string, attributes: Attributes, text: string): Xml => [
	`${startOf(name, attributes)}>${escaped(text)}</${name}>`,
];

/** An element with an expression in it, as the service's modeler writes it. */
export const dataElement = (name: string, attributes: Attributes, text: string): Xml => [
	`${startOf(name, attributes)}><![CDATA[${text}]]></${name}>`,
];
