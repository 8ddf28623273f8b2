# La page autour du programme, avant lui et sans lui.
page-description = Confirmez votre résidence permanente au Canada : déclarez que vous y êtes, donnez votre adresse, envoyez votre photo et suivez chaque étape.
page-noscript = Activez JavaScript pour cette page ou utilisez l’application Landed. Le formulaire a besoin de l’un ou de l’autre.
page-unreachable = Vérifiez votre connexion, puis rechargez cette page. Une partie n’est pas arrivée.
not-signed-out = Votre session est toujours ouverte.
signing-out-heading = Fermeture de la session
signing-out-text = Fermeture de la session : restez sur cette page jusqu’à la fin.
