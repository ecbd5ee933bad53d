/** Asks the control surface; answers its JSON, or throws what it said. */
export async function control(method, path, body) {
  const answer = await fetch(`/control/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.message);
  return json;
}

/** Does something, and says in the page's status line what came of it. */
export async function say(done, work) {
  const line = document.getElementById('outcome');
  try {
    await work();
    line.textContent = done;
  } catch (error) {
    line.textContent = `Not done: ${error.message}`;
  }
}
