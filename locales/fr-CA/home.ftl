# Le tableau du ménage et la page d’une personne.

household-heading = Votre ménage
household-heading-alone = Votre résidence permanente
household-failed = Votre ménage n’a pas pu être affiché
application = Demande { $number }
as-of = État au { $when }
refresh = Actualiser
refreshing = Actualisation…
refreshed = La page est à jour.
latest-heading = Derniers événements

next-declare = { $who ->
    [me] À faire : déclarer que vous êtes au Canada
    [us] À faire : déclarer que { $names } êtes au Canada
   *[them] { $count ->
        [one] À faire : déclarer que { $names } est au Canada
       *[other] À faire : déclarer que { $names } sont au Canada
    }
}
next-declare-why = Il faut deux minutes et une connexion. Toute la suite en dépend.
next-address = { $count ->
    [one] À faire : dire où poster la carte
   *[other] À faire : dire où poster les cartes
}
next-address-why = Une adresse postale au Canada. Vous pouvez la changer tant que la carte n’est pas fabriquée.
next-replace-photo = { $who ->
    [me] À faire : remplacer votre photo
   *[other] À faire : remplacer la photo de { $names }
}
next-replace-photo-why = Un agent l’a retournée en disant pourquoi. Une autre peut être envoyée tout de suite.
next-add-photo = { $who ->
    [me] À faire : ajouter votre photo
   *[other] À faire : ajouter la photo de { $names }
}
next-add-photo-why = Une photo numérique, une numérisation ou un égoportrait, au format de la carte.
next-wait = Rien à faire pour le moment
next-wait-why = Tout est envoyé. Les agents s’en occupent; vous recevrez un courriel dès que quelque chose change.
next-finished = Terminé : toutes les cartes sont à la poste
next-finished-why = Gardez la carte en lieu sûr à son arrivée. Plus rien n’est nécessaire ici.
stopped-withdrawn = La demande a été retirée; plus rien ne peut être envoyé. Si cela vous surprend, écrivez à l’adresse d’aide.
stopped-interview = Attendez la lettre qui donne la date et le lieu de votre entrevue. D’ici là, rien ne peut être envoyé. La plupart des gens n’ont pas d’entrevue.
go-declare = Aller à la déclaration
go-address = Donner l’adresse
go-replace-photo = Choisir une autre photo
go-add-photo = Ajouter la photo

this-is-you = vous
you-in-list = vous
age = { $age ->
    [0] moins d’un an
    [one] { $age } an
   *[other] { $age } ans
}
own-account = { $name } a son propre compte. Ces étapes ne se voient et ne se font que là.
other-account = Les étapes de { $name } sont dans un autre compte.
others-heading = Autres personnes de la demande
steps-done = { $done ->
    [one] { $done } étape faite sur { $all }
   *[other] { $done } étapes faites sur { $all }
}
person-finished = Tout est fait. La carte est à la poste
for-person = pour { $name }
next-declaration-to-do = Déclarer la présence au Canada
next-address-to-do = Donner l’adresse
next-photo-to-do = Ajouter la photo
next-photo-problem = Choisir une autre photo
next-photo-waiting = La photo est à l’examen
next-card-waiting = La carte est en fabrication
next-card-problem = Voir ce qu’il en est de la carte
trouble-photo-returned = La photo de { $name } a été retournée
trouble-card-undelivered = La carte de { $name } est revenue
trouble-card-must-apply = La carte de { $name } doit être demandée séparément
concerns-only = Cela ne concerne que { $name }. Personne d’autre n’a quoi que ce soit à faire.
concerns-only-others-go-on = Cela ne concerne que { $name }. Les autres ne sont pas retardés.
days-left = { $days ->
    [0] dernier jour aujourd’hui
    [one] { $days } jour restant
   *[other] { $days } jours restants
}

person-heading-loading = Une personne
steps-heading = Les cinq étapes
status-card-waiting = En fabrication
declared-on = Le { $day } par { $by }. Référence { $reference }
given-on = Donnée le { $day }
photo-sent-on = Envoyée le { $day }
photo-accepted-on = Acceptée le { $day }
photo-returned-on = Retournée le { $day }
card-made-on = Fabriquée le { $day }
card-mailed-on = Postée le { $day }
card-undelivered-on = Revenue le { $day }. Vérifiez l’adresse et écrivez à l’adresse d’aide
card-must-apply = Le délai pour la demander ici est passé. La page officielle explique comment demander une carte
proof-heading = Preuve de statut
proof-issued = Résidence permanente depuis le { $since }. La preuve a été délivrée le { $day }.
timeline-heading = Ce qui s’est passé
