# L’adresse.

address-heading = Où poster la carte?
address-lead = Les cartes ne sont postées qu’au Canada. Vous pouvez changer l’adresse tant que la carte n’est pas fabriquée.
address-who = À qui est cette adresse?
address-who-hint = Chaque personne cochée recevra sa propre carte à cette adresse.
mailing-heading = Adresse postale
mailing-hint = Si le courrier arrive chez une autre personne, donnez son nom sous « Aux soins de ».
residential-heading = Où vous habitez
residential-same = À l’adresse postale
address-care-of = Aux soins de
address-care-of-hint = Seulement si un autre nom figure sur la boîte aux lettres
address-unit = Appartement
address-unit-hint = Numéro d’appartement ou de bureau
address-street = Rue
address-street-hint = Numéro et nom, ou une case postale comme CP 123, ou RR 2, ou PR
address-more = Deuxième ligne de l’adresse
address-more-hint = Immeuble, succursale, emplacement. Au plus { $limit } caractères
address-municipality = Ville ou village
address-province = Province ou territoire
address-postal-code = Code postal
address-elsewhere = Nous habitons ailleurs
address-elsewhere-hint = Cochez si le courrier arrive à une adresse et que vous habitez à une autre
address-closed = La carte est déjà fabriquée; l’adresse ne peut plus être changée ici. Écrivez à l’adresse d’aide.
address-check-heading = Cette adresse est-elle exacte?
address-check-lead = { $count ->
    [one] Voici l’étiquette telle qu’elle sera imprimée.
   *[other] Voici les étiquettes telles qu’elles seront imprimées, une par personne.
}
address-check-later = Vous pouvez la changer tant que la carte n’est pas fabriquée.
address-use = Utiliser cette adresse
address-incomplete = Il manque encore une réponse dans l’adresse.
address-go-back = Revenir à l’adresse
address-done-heading = L’adresse est enregistrée
address-done-card = La carte y sera postée une fois la photo acceptée et la carte fabriquée.
address-done-change = Si vous déménagez d’ici là, changez l’adresse à partir de votre ménage.
