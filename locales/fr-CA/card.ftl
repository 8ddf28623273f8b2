# La page de la carte et celle des événements.

what-happened = Ce qui s’est passé
about-the-card = Au sujet de la carte
everything-that-happened = Tout ce qui s’est passé
timeline-of = Ce qui s’est passé : { $name }
timeline-empty = Il ne s’est encore rien passé. Chaque étape s’affichera ici, avec la suite.
timeline-mail = Vous recevez aussi un courriel à chaque étape. Il dit seulement que quelque chose a changé; le reste se lit ici.

card-of = Carte de { $name }
card-needs = La carte est fabriquée une fois ces étapes faites :
card-needs-then = Elle est ensuite fabriquée en { $days } jours ou moins, puis postée.
card-being-made = Fabriquée vers le { $day }
card-being-made-text = Rien à faire pour le moment. Vous recevrez un courriel à son envoi.
card-made-text = Elle sera postée bientôt. Vous recevrez alors un courriel.
card-mailed-text = Surveillez votre boîte aux lettres et gardez la carte en lieu sûr. Si elle n’arrive pas, écrivez à l’adresse d’aide.
card-came-back-on = La carte est revenue le { $day }. Elle peut être postée de nouveau.
card-undelivered-check = Vérifiez l’adresse ci-dessous, avec l’appartement et le code postal, et le nom sur votre boîte aux lettres.
card-undelivered-write = Écrivez à l’adresse d’aide. Donnez votre numéro de demande et dites si l’adresse est exacte ou ce qu’elle devrait être.
card-undelivered-again = Un agent poste la carte de nouveau. Vous le verrez ici et recevrez un courriel.
card-must-apply-text = Demandez la carte séparément. La page officielle explique comment :
card-must-apply-status = Le délai pour la demander ici est passé. La résidence permanente elle-même n’est pas touchée.
card-goes-to = Où va la carte
card-change-address = Changer l’adresse
