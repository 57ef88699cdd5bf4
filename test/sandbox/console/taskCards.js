import { byId, call, el, emptyState } from './dom.js';
import { ago, orderOf } from './format.js';
import { filledIn, formOf } from './taskForm.js';

const OUTCOME_CLASSES = { approved: 'approve', ready: 'approve', rejected: 'reject' };

/** Cards on the page by task id: a card stays the same element, so that nobody loses what they are typing. */
const cards = new Map();

/** Who may decide a task: its holder, else the members of its groups, else everybody. */
function reviewersOf(task, users) {
	const holder = users.filter(({ email }) => email === task.assignee);
	if (holder.length > 0) return holder;
	const members = users.filter(({ groups }) => groups.some((group) => task.candidateGroups.includes(group)));
	return members.length > 0 ? members : users;
}

const facts = (task, deadline, now) =>
	[
		orderOf(task.businessKey) === undefined ? task.businessKey : `Order #${orderOf(task.businessKey)}`,
		`arrived ${ago(task.createTime, now)}`,
		deadline === undefined ? undefined : `deadline ${ago(deadline, now)}`,
	]
		.filter((fact) => fact)
		.join(' · ');

function newCard(task, users, say) {
	const id = `task-${task.id}`;
	const user = el(
		'select',
		{ id: `${id}-user` },
		...reviewersOf(task, users).map(({ email, name }) => el('option', { value: email }, name)),
	);
	const reason = el('input', {
		id: `${id}-reason`,
		type: 'text',
		autocomplete: 'off',
		placeholder: 'Optional',
	});
	const decide = async ({ label, value }) => {
		card.setAttribute('aria-busy', 'true');
		try {
			const text = reason.value.trim();
			const body = {
				...{ user: user.value, outcome: value, fields: filledIn(card) },
				...(text === '' ? {} : { reason: text }),
			};
			await call(`/workflow/tasks/${encodeURIComponent(task.id)}/decide`, body);
			byId('tasks-title').focus();
			say(`${task.name}: ${label}.`);
		} catch (error) {
			say(`${task.name} could not be decided: ${error.message}`, 'bad');
		} finally {
			card.removeAttribute('aria-busy');
		}
	};
	const card = el(
		'article',
		{ class: 'task', 'aria-labelledby': `${id}-name` },
		el('h3', { id: `${id}-name` }, task.name),
		el('p', { class: 'facts quiet' }),
		task.description === null ? null : el('p', { class: 'description' }, task.description),
		el(
			'div',
			{ class: 'fields' },
			el('label', { for: user.id }, 'Reviewer', user),
			el('label', { for: reason.id, class: 'wide' }, 'Reason', reason),
			...formOf(task.fields, id),
		),
		el(
			'div',
			{ class: 'decisions', role: 'group', 'aria-label': `Decide: ${task.name}` },
			...task.possibleOutcomes.map((outcome) =>
				el(
					'button',
					{
						type: 'button',
						class: OUTCOME_CLASSES[outcome.value] ?? '',
						onclick: async () => await decide(outcome),
					},
					outcome.label,
				),
			),
		),
	);
	return card;
}

/** Shows one card per open task, oldest first; cards of tasks that stay are kept as they are. */
export function showTasks(tasks, { users, deadlines, now, say }) {
	const panel = byId('tasks');
	const open = new Set(tasks.map(({ id }) => id));
	for (const [id, card] of cards) {
		if (open.has(id)) continue;
		card.remove();
		cards.delete(id);
	}
	panel.querySelector('.empty')?.remove();
	if (tasks.length === 0) {
		panel.append(
			emptyState(
				'Nobody has to decide anything.',
				'Place a risky order: its review appears here as soon as the workflow in n8n has opened a case.',
			),
		);
	}
	for (const task of tasks) {
		const card = cards.get(task.id) ?? newCard(task, users, say);
		card.querySelector('.facts').textContent = facts(task, deadlines.get(task.id), now);
		if (!cards.has(task.id)) panel.append(card);
		cards.set(task.id, card);
	}
}
