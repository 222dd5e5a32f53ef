import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import swc from '@swc/jest';

const root = join(import.meta.dirname, '../..');
const load = createRequire(import.meta.url);
const isWithin = (folder, path) => !relative(join(root, folder), path).startsWith('..');

/** Where Node finds what Jest found: the compiled form of a source, or a file of a package as it is; null for the tests themselves. */
function nativePath(path) {
  if (isWithin('src', path)) return join(root, 'dist', relative(join(root, 'src'), path).replace(/\.ts$/, '.js'));
  return isWithin('test', path) ? null : path;
}

/**
 * Jest's transformer. Tests are compiled; what is under test, and every package, is taken from Node itself, compiled as it is shipped.
 * Jest would load a thousand modules anew for each test file, in a context where they are cold and slow; Node loads them once for
 * each worker. `environment.mjs` gives the tests the function that does it.
 */
export default {
  createTransformer(swcOptions) {
    const tests = swc.createTransformer(swcOptions);
    // Jest also transforms what it loads for itself, outside of the tests' contexts: that is Node's already.
    const asItIs = { getCacheKey: (text, path) => digest([path, text]), process: (code) => ({ code }) };
    const choose = (path, options) => (nativePath(path) === null ? tests : options.supportsDynamicImport ? native : asItIs);
    return {
      getCacheKey: (text, path, options) => choose(path, options).getCacheKey(text, path, options),
      process: (text, path, options) => choose(path, options).process(text, path, options),
    };
  },
};

const digest = (what) => createHash('sha256').update(JSON.stringify(what)).digest('hex');

const native = {
  getCacheKey: (text, path, options) => digest(native.process(text, path, options)),

  process(_text, path, { supportsStaticESM }) {
    const file = nativePath(path);
    const loaded = `loadNatively(${JSON.stringify(file)})`;
    if (!supportsStaticESM) return { code: `module.exports = ${loaded};` };
    const lines = Object.keys(load(file)).map((name) =>
      name === 'default' ? 'export default native.default;' : `export const ${name} = native.${name};`,
    );
    return { code: [`const native = ${loaded};`, ...lines].join('\n') };
  },
};
