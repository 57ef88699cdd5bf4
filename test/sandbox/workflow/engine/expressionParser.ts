import { tokenize, type Token } from './expressionTokens';
import { BINARY_OPERATORS, isEmpty, readProperty } from './expressionValues';

/** What names stand for. `read` throws when a name is unknown. */
export interface Scope {
	read(name: string): unknown;
}

export type Evaluate = (scope: Scope) => unknown;

/** Binary operators from weakest to strongest. */
const LEVELS: ReadonlyArray<readonly string[]> = [
	['||'],
	['&&'],
	['==', '!='],
	['<', '>', '<=', '>='],
	['+', '-'],
	['*', '/', '%'],
];

const LITERALS: Record<string, unknown> = { true: true, false: false, null: null };

type Function = (...args: unknown[]) => unknown;
const isFunction = (value: unknown): value is Function => typeof value === 'function';

/** Recursive descent over the words of one expression; each method reads one construct and returns how to evaluate it. */
class Parser {
	private at = 0;

	private readonly tokens: Token[];

	constructor(private readonly source: string) {
		this.tokens = tokenize(source);
	}

	whole(): Evaluate {
		const result = this.choice();
		if (this.next.kind !== 'end') this.fail();
		return result;
	}

	private get next(): Token {
		return this.tokens[this.at];
	}

	private fail(): never {
		throw new SyntaxError(`Error parsing expression '${this.source}' near '${this.next.text}'`);
	}

	private takes(...operators: string[]): string | undefined {
		const { kind, text } = this.next;
		if (kind !== 'operator' || !operators.includes(text)) return undefined;
		this.at += 1;
		return text;
	}

	private expect(operator: string): void {
		if (this.takes(operator) === undefined) this.fail();
	}

	private choice(): Evaluate {
		const condition = this.binary(0);
		if (this.takes('?') === undefined) return condition;
		const yes = this.choice();
		this.expect(':');
		const no = this.choice();
		return (scope) => (condition(scope) === true ? yes(scope) : no(scope));
	}

	private binary(level: number): Evaluate {
		if (level === LEVELS.length) return this.unary();
		let left = this.binary(level + 1);
		for (;;) {
			const operator = this.takes(...LEVELS[level]);
			if (operator === undefined) return left;
			const [a, b] = [left, this.binary(level + 1)];
			const apply = BINARY_OPERATORS[operator];
			left = (scope) =>
				apply(
					() => a(scope),
					() => b(scope),
				);
		}
	}

	private unary(): Evaluate {
		const operator = this.takes('!', '-', 'empty');
		if (operator === undefined) return this.path();
		const operand = this.unary();
		if (operator === '!') return (scope) => operand(scope) !== true;
		if (operator === '-') return (scope) => -Number(operand(scope));
		return (scope) => isEmpty(operand(scope));
	}

	private path(): Evaluate {
		let value = this.primary();
		for (;;) {
			const owner = value;
			const step = this.takes('.', '[', '(');
			if (step === undefined) return value;
			if (step === '(') {
				const args = this.args();
				value = (scope) => {
					const target = owner(scope);
					if (!isFunction(target)) throw new TypeError(`Not a method in expression: ${this.source}`);
					return target(...args.map((arg) => arg(scope)));
				};
			} else {
				const key = step === '.' ? this.name() : this.index();
				value = (scope) => readProperty(owner(scope), key(scope), this.source);
			}
		}
	}

	private name(): Evaluate {
		const { kind, text } = this.next;
		if (kind !== 'name') this.fail();
		this.at += 1;
		return () => text;
	}

	private index(): Evaluate {
		const key = this.choice();
		this.expect(']');
		return key;
	}

	private args(): Evaluate[] {
		const args: Evaluate[] = [];
		if (this.takes(')') !== undefined) return args;
		do args.push(this.choice());
		while (this.takes(',') !== undefined);
		this.expect(')');
		return args;
	}

	private primary(): Evaluate {
		if (this.takes('(') !== undefined) {
			const inner = this.choice();
			this.expect(')');
			return inner;
		}
		const { kind, text } = this.next;
		this.at += 1;
		if (kind === 'number') return () => Number(text);
		if (kind === 'string') return () => text;
		if (kind !== 'name') return this.fail();
		if (Object.hasOwn(LITERALS, text)) return () => LITERALS[text];
		return (scope) => scope.read(text);
	}
}

/**
 * Compiles the part between `${` and `}` of an expression: the Unified Expression Language as far as the vendor's
 * models use it (reference 5.1, 6.4): comparison, logic, arithmetic, choice, paths, method calls on what the scope offers.
 * @throws SyntaxError when it cannot be read
 */
export const compile = (source: string): Evaluate => new Parser(source).whole();
