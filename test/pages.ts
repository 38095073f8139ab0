/** Honest HTML of the known pages, with the wording of the portals, for the unit tests of `extension/page`. */
export const hosts = {
  mes: { hostname: "www.monespacesante.fr", pathname: "/enrolement/activation/une-page" },
  webps: { hostname: "wps-psc.dmp.monespacesante.fr", pathname: "/rechercherpatient" },
} as const

export const birthDateHtml = `
  <h1>Activer Mon espace santé</h1>
  <ol><li><b>1</b> Mon identité</li><li>Mon code</li></ol>
  <h2>Mon identité</h2>
  <h3>Je renseigne la date de naissance</h3>
  <form><label for="d">La date de naissance (jj/MM/AAAA)</label><input id="d" type="text" maxlength="10">
  <button>Continuer</button></form>`

export const vitaleCardHtml = `
  <h2>Je renseigne les informations de ma carte&nbsp;Vitale</h2>
  <form>
    <fieldset><legend>Modèle</legend>
      <label><input type="radio" name="photo" value="0"> Carte Vitale sans photo</label>
      <label><input type="radio" name="photo" value="1"> Carte Vitale avec photo</label>
    </fieldset>
    <label for="n">Mon numéro de sécurité sociale *</label><input id="n" type="text" maxlength="15">
    <label for="s">Mon numéro de série</label><input id="s" type="text">
    <button>Continuer</button>
  </form>`

export const searchHtml = `
  <form><h2>Accès par la carte Vitale</h2><button>Lire la carte Vitale</button></form>
  <form><h2>Accès par matricule INS</h2>
    <label for="i">Identifiant</label><input id="i" type="text"><button>Rechercher</button></form>
  <form><h2>Accès par critères d’identité</h2>
    <label for="a">Nom (d’usage ou de naissance)</label><input id="a" type="text">
    <label for="b">Prénom</label><input id="b" type="text">
    <label for="c">Année de naissance (AAAA)</label><input id="c" type="text" maxlength="4">
    <button>Rechercher parmi mes patients</button></form>`
