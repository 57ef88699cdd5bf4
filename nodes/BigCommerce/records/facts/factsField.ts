import type { INodeProperties } from 'n8n-workflow';
import { FACT_GROUPS, type FactGroup } from './groups';

const GROUPS: ReadonlyArray<[string, FactGroup]> = Object.entries(FACT_GROUPS);

/** The values of all groups. */
export const FACT_VALUES: readonly string[] = GROUPS.map(([value]) => value);

/** The choice of facts, for every node that gives an order. */
export const factsField: INodeProperties = {
	displayName: 'Add Facts',
	name: 'facts',
	type: 'multiOptions',
	options: GROUPS.map(([value, { name, description }]) => ({ name, value, description })),
	default: [],
	description: 'Put into the order as "facts"',
};

const needs = GROUPS.flatMap(([value, { scopes }]) => scopes.map((name) => ({ name, value })));

/** What an API account needs for the facts that are chosen. */
export const FACT_SCOPES = [...new Set(needs.map(({ name }) => name))].map((name) => ({
	name,
	access: 'read-only' as const,
	when: { facts: needs.filter((need) => need.name === name).map(({ value }) => value) },
}));
