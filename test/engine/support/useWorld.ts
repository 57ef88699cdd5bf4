import { World } from './world';

/**
 * The world of a whole file of tests: opened before them, closed after them. Hooks and tests may touch it; while the file is read it is not there yet.
 *
 * @param use left out: one for all tests, as new before each; `kept`: what a test leaves stands for the next; `ofEachTest`: each has services of its own
 */
export function useWorld(use?: 'kept' | 'ofEachTest'): World {
	const world = new World();
	if (use === 'ofEachTest') {
		beforeEach(async () => await world.open());
		afterEach(async () => await world.close());
		return world;
	}
	beforeAll(async () => await world.open());
	if (use !== 'kept') beforeEach(async () => await world.reset());
	afterAll(async () => await world.close());
	return world;
}
