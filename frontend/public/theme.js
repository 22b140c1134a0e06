try {
  for (const name of ['theme', 'type']) {
    const value = localStorage.getItem(name);
    if (value) document.documentElement.dataset[name] = value;
  }
} catch {}
