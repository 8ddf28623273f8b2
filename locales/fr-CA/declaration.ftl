# Déclarer la présence au Canada.

declaration-heading = Êtes-vous au Canada?
declaration-lead = La résidence permanente est confirmée pour les personnes qui se trouvent physiquement au Canada. Cochez chaque personne qui y est en ce moment même.
declaration-offline = Connectez-vous à Internet pour déclarer. La présence se déclare au moment où elle est vraie; rien n’est envoyé plus tard. Vos coches sont gardées.
declaration-all-done = Vous n’avez plus rien à faire : la présence est déclarée pour toutes les personnes au nom de qui vous agissez.
declaration-who = Qui est au Canada maintenant?
declaration-who-hint = Une coche par personne. N’en mettez pas pour qui n’est pas au Canada; vous pourrez déclarer sa présence à son arrivée.
declaration-i-am = Je suis au Canada maintenant
declaration-they-are = Est au Canada maintenant
statement-heading = Ce que vous déclarez
statement-present = Chaque personne cochée est physiquement présente au Canada au moment de l’envoi.
statement-each = Je déclare pour moi-même ou pour un membre de mon ménage au nom de qui mon compte agit.
statement-true = Ce que je déclare est vrai. Je sais qu’une fausse déclaration peut coûter la résidence permanente.
statement-version = Texte de { $version }
declaration-stay-title = Ne quittez pas le Canada avant que la preuve de statut soit délivrée
declaration-stay-text = Cette déclaration ne suffit pas à donner la résidence permanente. Sans la preuve, un retour pourrait être impossible.
declaration-representative = Personne d’autre que vous ne peut faire cette déclaration, pas même une personne qui vous représente, et même avec votre accord.
declaration-act = { $who ->
    [me] Déclarer que je suis au Canada
    [us] Déclarer que nous sommes au Canada
   *[them] { $count ->
        [one] Déclarer que { $names } est au Canada
       *[other] Déclarer ces personnes au Canada
    }
}
declaring = Déclaration…
declaration-done-heading = La présence est déclarée
declaration-done-proof = Un agent l’examine et délivre la preuve de statut. Elle indique depuis quel jour chaque personne a la résidence permanente.
declaration-done-mail = Vous recevrez un courriel quand elle sera là. Les étapes sont toujours à jour dans votre ménage.
declaration-done-meanwhile = D’ici là, donnez l’adresse et ajoutez les photos.
