import { el } from '/dom.js';

const PARTS = {
	signer: { action: 'sign', button: 'Sign', lead: 'Please read the document and sign it with your name.' },
	approver: { action: 'approve', button: 'Approve', lead: 'Please read the document and approve it.' },
};

const field = (label, input) => el('label', { for: input.id }, label, input);

/**
 * What a person whose turn it is can do: sign or approve, decline with a reason, pass on to somebody else.
 * @param act takes what goes to the service; throws an Error with its words when it refuses
 */
export function signerForm({ signer }, act) {
	const part = PARTS[signer.role];
	const name = el('input', {
		id: 'signed-name',
		'data-test': 'name',
		type: 'text',
		autocomplete: 'name',
		maxlength: 255,
		required: true,
	});
	const password = el('input', {
		id: 'password',
		'data-test': 'password',
		type: 'password',
		autocomplete: 'off',
		required: true,
	});
	const reason = el('textarea', { id: 'reason', 'data-test': 'reason', rows: 3 });
	const forwardTo = el('input', {
		id: 'forward-to',
		'data-test': 'forward-to',
		type: 'email',
		autocomplete: 'off',
		required: true,
	});
	const problem = el('p', { class: 'problem', role: 'alert', 'data-test': 'problem' });

	const send = async (input) => {
		root.setAttribute('aria-busy', 'true');
		problem.textContent = '';
		try {
			await act(input);
		} catch (error) {
			problem.textContent = error.message;
		} finally {
			root.removeAttribute('aria-busy');
		}
	};
	/** A form that sends what `input` makes of its fields. */
	const sending = (properties, input, ...children) =>
		el(
			'form',
			{
				...properties,
				onsubmit: (event) => {
					event.preventDefault();
					if (!root.hasAttribute('aria-busy')) void send(input());
				},
			},
			...children,
		);

	const asksName = signer.role === 'signer';
	const decline = el(
		'button',
		{
			type: 'button',
			class: 'reject',
			'data-test': 'decline',
			'aria-expanded': 'false',
			'aria-controls': 'declining',
			onclick: () => {
				declining.hidden = !declining.hidden;
				decline.setAttribute('aria-expanded', String(!declining.hidden));
				if (!declining.hidden) reason.focus();
			},
		},
		'Decline',
	);
	const consent = sending(
		{},
		() => ({
			action: part.action,
			...(asksName ? { name: name.value.trim() } : {}),
			...(signer.passwordRequired ? { password: password.value } : {}),
		}),
		el('p', {}, part.lead),
		asksName ? field('Your name, as your signature', name) : null,
		signer.passwordRequired ? field('Password from the sender', password) : null,
		problem,
		el(
			'div',
			{ class: 'decisions' },
			el('button', { type: 'submit', class: 'primary', 'data-test': part.action }, part.button),
			decline,
		),
	);
	const declining = sending(
		{ id: 'declining', hidden: true },
		() => ({ action: 'decline', ...(reason.value.trim() === '' ? {} : { reason: reason.value.trim() }) }),
		field('Why do you decline? The sender reads this.', reason),
		el(
			'div',
			{ class: 'decisions' },
			el(
				'button',
				{ type: 'submit', class: 'reject', 'data-test': 'decline-confirm' },
				'Decline the Document',
			),
		),
	);
	const forwarding = el(
		'details',
		{},
		el('summary', { 'data-test': 'forward' }, 'Pass on to somebody else'),
		sending(
			{},
			() => ({ action: 'forward', forwardTo: forwardTo.value.trim() }),
			field('E-mail address', forwardTo),
			el(
				'div',
				{ class: 'decisions' },
				el('button', { type: 'submit', 'data-test': 'forward-confirm' }, 'Pass On'),
			),
		),
	);
	const root = el('div', { class: 'forms' }, consent, declining, forwarding);
	return root;
}
