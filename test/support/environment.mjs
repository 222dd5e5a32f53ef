import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

const ERRORS = [Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

/** Jest's environment for Node, with what tests share with the modules that Node loads for them: errors, `process.env`, faked timers. */
export default class Environment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.loadNatively = createRequire(import.meta.url);
    for (const error of ERRORS) this.global[error.name] = error;
    this.global.process.env = process.env;
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global: globalThis });
  }
}
