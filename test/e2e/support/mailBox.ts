/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

export interface Mail {
	from: string;
	to: string[];
	subject: string;
	/** of a mail in plain text */
	text: string;
}

const DATA_ENDS = '\r\n.\r\n';

const address = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

const unquoted = (text: string): string =>
	Buffer.from(
		text
			.replace(/=\r?\n/g, '')
			.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1',
	).toString('utf8');

const decoded = (text: string, encoding: string): string => {
	if (/^b/i.test(encoding)) return Buffer.from(text, 'base64').toString('utf8');
	return /^q/i.test(encoding) ? unquoted(text) : text;
};

/** Words in a header that are not ASCII (RFC 2047). */
const decodedWords = (text: string): string =>
	text.replace(/=\?utf-8\?([bq])\?([^?]*)\?=\s*/gi, (_, encoding: string, word: string) =>
		decoded(word.replaceAll('_', ' '), encoding),
	);

/** @param raw a message of one part (RFC 5322) */
function mailOf(raw: string, envelope: Pick<Mail, 'from' | 'to'>): Mail {
	const end = raw.indexOf('\r\n\r\n');
	const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
	const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
	const body = raw.slice(end + 4);
	return {
		...envelope,
		subject: decodedWords(header('Subject')),
		text: decoded(body, header('Content-Transfer-Encoding')).trim(),
	};
}

/** A mail server on loopback that keeps what it gets: n8n's own Send Email speaks to it over a real socket. */
export class MailBox {
	readonly mails: Mail[] = [];

	private readonly server: Server = createServer((socket) => this.serve(socket));

	private port = 0;

	private constructor() {}

	static async open(): Promise<MailBox> {
		const box = new MailBox();
		await new Promise<void>((resolve) => box.server.listen(0, '127.0.0.1', resolve));
		const { port }: AddressInfo = Object.assign({ address: '', family: '', port: 0 }, box.server.address());
		box.port = port;
		return box;
	}

	/** What a user would enter, by type of credentials. */
	get credentials(): Record<string, ICredentialDataDecryptedObject> {
		const { port } = this;
		return {
			smtp: { host: '127.0.0.1', port, user: '', password: '', secure: false, disableStartTls: true },
		};
	}

	async close(): Promise<void> {
		await new Promise<void>((resolve) => this.server.close(() => resolve()));
	}

	/** As much of SMTP as a sender without sign-in needs (RFC 5321). */
	private serve(socket: Socket): void {
		let waiting = '';
		let inData = false;
		let envelope: Pick<Mail, 'from' | 'to'> = { from: '', to: [] };
		const say = (line: string) => socket.write(`${line}\r\n`);
		const take = (line: string): void => {
			const verb = line.slice(0, 4).toUpperCase();
			if (verb === 'MAIL') envelope = { from: address(line), to: [] };
			if (verb === 'RCPT') envelope.to.push(address(line));
			inData = verb === 'DATA';
			if (inData) say('354 Go on');
			else say(verb === 'QUIT' ? '221 Bye' : '250 OK');
			if (verb === 'QUIT') socket.end();
		};
		socket.setEncoding('latin1');
		socket.on('error', () => socket.destroy());
		socket.on('data', (piece) => {
			waiting += String(piece);
			for (;;) {
				const mark = inData ? DATA_ENDS : '\r\n';
				const end = waiting.indexOf(mark);
				if (end < 0) return;
				const part = waiting.slice(0, end);
				waiting = waiting.slice(end + mark.length);
				if (!inData) take(part);
				else {
					inData = false;
					this.mails.push(mailOf(part.replace(/^\.\./gm, '.'), envelope));
					say('250 OK');
				}
			}
		});
		say('220 ready');
	}
}
