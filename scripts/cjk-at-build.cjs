// A webpack loader: the expressions of cjk-regex, which that package puts together from tables of 700 KB whenever a page
// opens, put together once, by the build.
module.exports = function cjkAtBuild() {
  const answer = this.async();
  import('cjk-regex').then((cjk) => {
    const written = (name) => `export const ${name} = () => ({ toRegExp: () => ${cjk[name]().toRegExp()} });`;
    answer(null, ['all', 'letters', 'punctuations'].map(written).join('\n'));
  }, answer);
};
