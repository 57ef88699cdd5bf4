import { flag, text, whole, type Field } from '../../shared/record/field';

/** A text in which % stands for any other (reference 9.1, 22). @param example as people would write it */
export const like = (name: string, example: string): Field => text(name, '', { like: example });

/** A filter that is added to say yes. */
export const yes = (name: string, description: string): Field => flag(name, description, { default: true });

/** Tasks have priorities around 50. */
export const priority = (name: string): Field => whole(name, '', { default: 50 });

/** Of both lists: without it, the credential decides. */
export const currentSubscription: Field = yes(
	'Current Subscription Only',
	'Whether to leave out those of other applications',
);
