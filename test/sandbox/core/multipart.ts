/** A file of a form. */
export interface FormFile {
	name: string;
	type: string;
	content: Uint8Array<ArrayBuffer>;
}

/** A form: its texts, and its files, by the names of their parts. */
export interface Form {
	fields: Record<string, string>;
	files: Record<string, FormFile>;
}

/**
 * Reads a multipart body.
 *
 * @throws TypeError when it is none
 */
export async function readForm(body: Buffer, contentType: string): Promise<Form> {
	const parts = await new Response(new Uint8Array(body), {
		headers: { 'content-type': contentType },
	}).formData();
	const entries: Array<[string, File | string]> = [];
	parts.forEach((value, name) => entries.push([name, value]));
	const form: Form = { fields: {}, files: {} };
	for (const [name, value] of entries) {
		if (typeof value === 'string') form.fields[name] = value;
		else {
			const content = new Uint8Array(await value.arrayBuffer());
			form.files[name] = { name: value.name, type: value.type, content };
		}
	}
	return form;
}
