import { hookLifecycle } from '../../shared/hookLifecycle';
import { connectionOf } from '../callbacks/connection';
import { readSettings } from './settings';

export const lifecycle = hookLifecycle(
	async (functions, address) =>
		await connectionOf(functions, address, () => readSettings(functions).eventTypes),
);
