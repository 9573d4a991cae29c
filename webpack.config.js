// The bundles. The add-in: functions.js (what a cell needs), more-functions.js (analyses, look-ups and what makes them
// fast), pane.js and taskpane.js, on the same modules; beside it the worker in which analyses run.
// The workbench: the page with the grid, large, and never part of the add-in. For Node: the core and the command taas.
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { createJiti } = require('jiti');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const rooms = require('./rooms.json');
const { Notices } = require('./scripts/notices.cjs');
const firstExample = require('./scripts/first-example.cjs');

const address = require('./scripts/addin-address.cjs');
const { version } = require('./package.json');

const dist = path.resolve(__dirname, 'dist');

/** Writes what is derived from the catalogue (functions.json, help pages, declarations …): file name → what makes it. */
class DerivedFiles {
  constructor(module, filesOf) {
    this.module = module;
    this.filesOf = filesOf;
  }
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('DerivedFiles', (compilation) => {
      for (const room of ['derive', ...rooms.find((each) => each.room === 'derive').below]) {
        compilation.contextDependencies.add(path.resolve(__dirname, 'src', room));
      }
      compilation.hooks.processAssets.tapPromise(
        { name: 'DerivedFiles', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          const jiti = createJiti(__filename, { moduleCache: false });
          const files = this.filesOf(await jiti.import(this.module));
          for (const [name, made] of Object.entries(files)) compilation.emitAsset(name, new sources.RawSource(made()));
        },
      );
    });
  }
}

/** What every bundle that is served to browsers says of the packages in it. */
const notices = new Notices(path.join(dist, 'third-party-notices.txt'));

/** What both bundles share. */
const bundle = (name) => ({
  name,
  mode: 'production',
  target: ['web', 'es2020'],
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  performance: { hints: false },
  stats: { preset: 'errors-warnings' },
  cache: { type: 'filesystem', name, buildDependencies: { config: [__filename] } },
  // swc is five times as fast as terser on the grid.
  optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
});

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'ts-loader',
  options: { transpileOnly: true, compilerOptions: { target: 'ES2020', noEmit: false, sourceMap: true } },
};

const forCells = {
  ...typescript,
  options: { ...typescript.options, getCustomTransformers: () => ({ before: [firstExample] }) },
};

/** The core does nothing but answer: what is not asked of it is left out, tables and all. */
const core = {
  include: rooms.filter((each) => each.core).map(({ room }) => path.resolve(__dirname, 'src', room)),
  sideEffects: false,
};

const addin = {
  ...bundle('addin'),
  entry: {
    functions: './src/excel/functions.ts',
    'more-functions': { import: './src/excel/more-functions.ts', dependOn: 'functions' },
    pane: { import: './src/pane/index.tsx', dependOn: 'more-functions' },
    taskpane: { import: './src/excel/taskpane/index.ts', dependOn: 'more-functions' },
  },
  output: {
    path: dist,
    filename: '[name].js',
    chunkFilename: 'chunks/[name].[contenthash:10].js',
    // The pane says where its parts lie: nothing that a cell waits for asks the page.
    publicPath: '',
    clean: { keep: /^(workbench|node|core|models|story|analys|third-party|\.built)/ },
  },
  devtool: 'source-map',
  module: { rules: [forCells, core, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
  plugins: [
    new MiniCssExtractPlugin(),
    new DerivedFiles('./src/derive/index.ts', ({ derivedFiles }) => derivedFiles(address.LOCALHOST)),
    notices,
    new CopyPlugin({
      patterns: [
        { from: 'src/excel/taskpane/{taskpane.html,no-office.js}', to: '[name][ext]' },
        { from: 'assets/{icon.svg,*.png}' },
        { from: 'LICENSE', to: 'license.txt' },
        { from: 'manifest.xml', transform: (xml) => address.manifestFor(xml.toString(), address.LOCALHOST, version) },
      ],
    }),
  ],
};

/** Analyses run beside the page, so that it stays quick. */
const analysis = {
  ...bundle('analysis'),
  entry: { 'analysis-worker': './src/charts/worker.ts' },
  output: { path: dist, filename: '[name].js' },
  devtool: false,
  module: { rules: [typescript, core] },
  plugins: [notices],
};

const workbench = {
  ...bundle('workbench'),
  // The grid asks for font files only where a text is shaped with them, which no sheet does.
  resolve: { extensions: ['.ts', '.tsx', '.js'], alias: { 'opentype.js': false } },
  entry: {
    'stand-in': './src/workbench/stand-in.ts',
    workbench: { import: './src/workbench/index.ts', dependOn: 'stand-in' },
  },
  // Its page runs the add-in too, whose chunks are not for it: each answers to a name of its own.
  output: {
    path: path.join(dist, 'workbench'),
    filename: '[name].js',
    chunkFilename: 'chunks/[name].[contenthash:10].js',
    clean: true,
    uniqueName: 'taas-workbench',
  },
  devtool: false,
  // Browsers read the scripts of a page side by side.
  optimization: {
    ...bundle('workbench').optimization,
    splitChunks: {
      cacheGroups: {
        'grid-engine': {
          name: 'grid-engine',
          chunks: 'initial',
          priority: 1,
          type: /javascript/,
          test: /node_modules\/@univerjs\/(core|engine-formula|sheets|sheets-formula|engine-render)\//,
          enforce: true,
        },
        'grid-view': { name: 'grid-view', chunks: 'initial', type: /javascript/, test: /node_modules/, enforce: true },
      },
    },
  },
  module: {
    rules: [
      typescript,
      core,
      { test: /\/cjk-regex\/lib\/index\.js$/, loader: require.resolve('./scripts/cjk-at-build.cjs') },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  plugins: [notices, new MiniCssExtractPlugin(), new CopyPlugin({ patterns: [{ from: 'src/workbench/index.html' }] })],
};

/** For Node: the core as a library, and the command, which asks for DuckDB only when a sweep begins. */
const node = {
  ...bundle('node'),
  target: 'node20',
  entry: { core: './src/core.ts', taas: './src/command/index.ts' },
  resolve: { extensions: ['.ts', '.tsx', '.js'], alias: { canvas: false } },
  externals: { '@duckdb/node-api': 'commonjs @duckdb/node-api' },
  output: { path: path.join(dist, 'node'), filename: '[name].js', library: { type: 'commonjs2' }, clean: true },
  devtool: false,
  optimization: { minimize: false },
  module: { rules: [typescript, core] },
};

/** The package's core, for whoever imports it: nothing of Node and nothing of a page, with its declarations. */
const library = (kind, ending) => ({
  ...bundle(`library-${ending}`),
  entry: { core: './src/library.ts' },
  experiments: { outputModule: kind === 'module' },
  output: { path: path.join(dist, 'core'), filename: `[name].${ending}`, library: { type: kind } },
  devtool: false,
  module: { rules: [typescript, core] },
  plugins: [
    new DerivedFiles('./src/derive/declarations.ts', ({ declarations }) => ({
      [`core.d.${ending.replace('js', 'ts')}`]: declarations,
    })),
  ],
});

/** Run by the build when the add-in is there: it writes dist/models and dist/story, and is no part of dist itself. */
const models = {
  ...bundle('models'),
  target: 'node20',
  entry: { models: './src/workbench/models/write-files.ts' },
  resolve: { extensions: ['.ts', '.tsx', '.js'], alias: { canvas: false } },
  output: { path: path.resolve(__dirname, 'node_modules/.cache/taas-excel'), filename: '[name].js' },
  devtool: false,
  optimization: { minimize: false },
  module: { rules: [typescript, core] },
};

module.exports = [addin, analysis, workbench, node, library('module', 'mjs'), library('commonjs2', 'cjs'), models];
