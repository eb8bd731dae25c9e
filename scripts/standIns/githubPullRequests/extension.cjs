// @ts-check

/** As the extension itself keeps them: its page asks the first. */
exports.activate = () => {
  /** @type {{ title: string, provider: unknown }[]} */
  const providers = [];
  return {
    providers,
    /** @param {string} title @param {unknown} provider */
    registerTitleAndDescriptionProvider(title, provider) {
      const entry = { title, provider };
      providers.push(entry);
      return { dispose: () => void providers.splice(providers.indexOf(entry), 1) };
    },
  };
};
